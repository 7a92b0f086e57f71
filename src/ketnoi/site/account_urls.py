"""The addresses of signing in: pages of the account library in our own dress.

Listed one by one, so that nothing of the library is open that nobody asked for.
"""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import path
from django.views.decorators.cache import never_cache

from ketnoi.site import accounts

patterns = [
    path(address, never_cache(view), name=name)
    for address, view, name in (
        ("vao/", accounts.SignIn.as_view(), "account_login"),
        ("ra/", account.logout, "account_logout"),
        ("tai-khoan/passkey/vao/", passkeys.login_webauthn, "mfa_login_webauthn"),
        ("tai-khoan/buoc-hai/", accounts.SecondStep.as_view(), "mfa_authenticate"),
        ("tai-khoan/xac-nhan/", accounts.Confirm.as_view(), "account_reauthenticate"),
        ("tai-khoan/xac-nhan/ma/", accounts.ConfirmByCode.as_view(), "mfa_reauthenticate"),
        (
            "tai-khoan/xac-nhan/passkey/",
            passkeys.reauthenticate_webauthn,
            "mfa_reauthenticate_webauthn",
        ),
        ("tai-khoan/mat-khau/", accounts.ChangePassword.as_view(), "account_change_password"),
        ("tai-khoan/bao-ve/", factors.index, "mfa_index"),
        ("tai-khoan/ung-dung-ma/", accounts.AddApp.as_view(), "mfa_activate_totp"),
        ("tai-khoan/ung-dung-ma/bo/", totp.deactivate_totp, "mfa_deactivate_totp"),
        ("tai-khoan/ma-du-phong/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
        (
            "tai-khoan/ma-du-phong/moi/",
            codes.generate_recovery_codes,
            "mfa_generate_recovery_codes",
        ),
        (
            "tai-khoan/ma-du-phong/tep/",
            codes.download_recovery_codes,
            "mfa_download_recovery_codes",
        ),
        ("tai-khoan/passkey/", passkeys.list_webauthn, "mfa_list_webauthn"),
        ("tai-khoan/passkey/them/", accounts.AddPasskey.as_view(), "mfa_add_webauthn"),
        ("tai-khoan/passkey/<int:pk>/ten/", accounts.NamePasskey.as_view(), "mfa_edit_webauthn"),
        ("tai-khoan/passkey/<int:pk>/bo/", passkeys.remove_webauthn, "mfa_remove_webauthn"),
    )
]
