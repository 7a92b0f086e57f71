"""Signing in, in our words: the account library's pages with Vietnamese labels and refusals."""

from typing import Any

from allauth.account import forms as account_forms
from allauth.account import views as account
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base import forms as code_forms
from allauth.mfa.base import views as factors
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import forms as passkey_forms
from allauth.mfa.webauthn import views as passkeys
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_lockout_response
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from ketnoi.agencies import queries as agencies

REFUSED = 422
CODE = _("Mã sáu chữ số trong ứng dụng, hoặc một mã dự phòng")


class Accounts(DefaultAccountAdapter):
    """Nobody makes an account by herself: people come by invitation of an agency."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Tên đăng nhập hoặc mật khẩu chưa đúng."),
        "invalid_login": _("Tên đăng nhập hoặc mật khẩu chưa đúng."),
        "incorrect_password": _("Mật khẩu chưa đúng."),
        "incorrect_code": _("Mã chưa đúng. Hãy xem mã mới trong ứng dụng."),
        "enter_current_password": _("Mật khẩu hiện nay chưa đúng."),
        "too_many_login_attempts": _("Đã thử nhiều lần. Hãy chờ 15 phút rồi thử lại."),
        "rate_limited": _("Hãy chờ một phút rồi thử lại."),
        "same_as_current": _("Hãy chọn mật khẩu khác mật khẩu hiện nay."),
        "account_inactive": _("Tài khoản này đã ngừng. Hãy hỏi quản trị đơn vị."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Back to the door."""
        return settings.LOGIN_URL

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the page about the account."""
        return self.get_login_redirect_url(request)


class SecondFactor(DefaultMFAAdapter):
    """The second factor in our words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Mã chưa đúng. Hãy xem mã mới trong ứng dụng."),
        "cannot_delete_authenticator": _("Hãy thêm một cách bảo vệ khác trước khi bỏ cách này."),
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 - their name
        """How a new passkey is called until somebody names it."""
        return str(_("Thiết bị này"))


class SignInForm(account_forms.LoginForm):
    """Name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, login=_("Tên đăng nhập"), password=_("Mật khẩu"))
        self.fields["password"].help_text = _("Quên mật khẩu: hãy hỏi quản trị đơn vị.")
        if "remember" in self.fields:
            self.fields["remember"].widget = forms.HiddenInput()


class PasswordForm(account_forms.ReauthenticateForm):
    """The password once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, password=_("Mật khẩu"))


class NewPasswordForm(account_forms.ChangePasswordForm):
    """The password of today, and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        new, again = _("Mật khẩu mới"), _("Mật khẩu mới, gõ lại")
        say(self, oldpassword=_("Mật khẩu hiện nay"), password1=new, password2=again)


class CodeForm(code_forms.AuthenticateForm):
    """The code of the app at sign-in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, code=CODE)


class CodeAgainForm(code_forms.ReauthenticateForm):
    """The code of the app once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, code=CODE)


class AppForm(totp_forms.ActivateTOTPForm):
    """The first code of a new app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, code=_("Mã sáu chữ số trong ứng dụng"))


class PasskeyForm(passkey_forms.AddWebAuthnForm):
    """A new passkey: it always opens without a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, name=_("Tên thiết bị"))
        self.fields["name"].help_text = _("Ví dụ: máy ở cơ quan, điện thoại của tôi.")
        self.fields["passwordless"].widget = forms.HiddenInput()
        self.fields["passwordless"].initial = "on"


class PasskeyNameForm(passkey_forms.EditWebAuthnForm):
    """How a passkey is called."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, name=_("Tên thiết bị"))


class Refuses:
    """A form that is not accepted answers 422, as every form of ours."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """The page again, with what is to be put right."""
        response = super().form_invalid(form)  # type: ignore[misc]
        if response.status_code == HttpResponse.status_code:
            response.status_code = REFUSED
        return response


class CountsCodes(Refuses):
    """Wrong codes count like wrong passwords, and lock the account for the same time."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Nothing is looked at while the account is locked."""
        if not AxesProxyHandler.is_allowed(request, self.credentials()):
            return get_lockout_response(request, credentials=self.credentials())
        return super().post(request, *args, **kwargs)  # type: ignore[misc]

    def form_invalid(self, form: Any) -> HttpResponse:
        """Count it."""
        request = self.request  # type: ignore[attr-defined]
        AxesProxyHandler.user_login_failed(type(self), self.credentials(), request)
        return super().form_invalid(form)

    def credentials(self) -> dict[str, str]:
        """Whose code it is."""
        stage = getattr(self, "stage", None)
        user = stage.login.user if stage else self.request.user  # type: ignore[attr-defined]
        return {"username": user.get_username()}


class SignIn(Refuses, account.LoginView):
    """The way in; in a demo also as one of its people."""

    form_class = SignInForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """In a demo, the people one may be."""
        people = agencies.demo_members() if settings.DEMO else ()
        keyed = [(m.user.get_username().removeprefix("demo-"), m) for m in people]
        return super().get_context_data(**kwargs) | {"people": keyed}


class SecondStep(CountsCodes, factors.AuthenticateView):
    """The second step of signing in."""

    form_class = CodeForm


class Confirm(Refuses, account.ReauthenticateView):
    """The password before something important."""

    form_class = PasswordForm


class ConfirmByCode(CountsCodes, factors.ReauthenticateView):
    """The code before something important."""

    form_class = CodeAgainForm


class ChangePassword(Refuses, account.PasswordChangeView):
    """A new password."""

    form_class = NewPasswordForm


class AddApp(Refuses, totp.ActivateTOTPView):
    """An app that shows codes."""

    form_class = AppForm


class AddPasskey(Refuses, passkeys.AddWebAuthnView):
    """A device that opens with a finger or a face."""

    form_class = PasskeyForm


class NamePasskey(Refuses, passkeys.EditWebAuthnView):
    """Another name for a device."""

    form_class = PasskeyNameForm


def name_to_lock(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """A user name as wrong tries are counted for it: LAN and lan are the same account."""
    return str((credentials or request.POST).get("username") or "").lower()


def say(form: forms.Form, **labels: Any) -> None:
    """Name the fields of a library's form in our words, without placeholders."""
    form.label_suffix, form.use_required_attribute = "", False
    for name, label in labels.items():
        if field := form.fields.get(name):
            field.label = label
            field.error_messages["required"] = _("Hãy nhập mục này.")
            field.widget.attrs.pop("placeholder", None)
