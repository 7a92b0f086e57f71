"""An address of a program is told when something happened; it hears, or it does not."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.api import access, queries
from ketnoi.api.models import Delivery, Webhook
from ketnoi.foundation import calling
from ketnoi.foundation.action import Refused, action, note

__all__ = ["Refused", "begin_webhook", "end_webhook", "note_delivery", "note_failing"]


@action
def begin_webhook(*, url: str, by: Any, now: datetime) -> tuple[Webhook, str]:
    """A program is told from now on; what both sides sign with is told once."""
    _refuse_others(by)
    try:
        calling.check(url)
    except (OSError, ValueError) as strange:
        raise Refused(_("Địa chỉ phải bắt đầu bằng https:// và mở được từ bên ngoài.")) from strange
    if queries.webhooks_of(by.agency_id).filter(url=url).exists():
        raise Refused(_("Địa chỉ này đã có trong danh sách."))
    secret = calling.new_secret()
    webhook = Webhook(agency_id=by.agency_id, url=url, since=now, made_by=by).close(secret)
    webhook.save(force_insert=True)
    note("webhook.begun", by=by, about=webhook)
    return webhook, calling.shown(secret)


@action
def end_webhook(*, webhook: Webhook, by: Any, now: datetime) -> Webhook:
    """A program is told nothing more."""
    _refuse_others(by)
    fresh = Webhook.objects.select_for_update().filter(pk=webhook.pk, ended_at=None).first()
    if fresh is None:
        raise Refused(_("Địa chỉ này đã thôi dùng."))
    fresh.ended_at, fresh.ended_by = now, by
    fresh.save(update_fields=["ended_at", "ended_by"])
    note("webhook.ended", by=by, about=fresh)
    return fresh


@action
def note_delivery(*, webhook: Webhook, event: Any, by: Any, now: datetime) -> Delivery:
    """A program has heard of a step; it is not told of it again."""
    delivery = Delivery(webhook=webhook, event=event, at=now)
    delivery.save(force_insert=True)
    if webhook.failing_since:
        webhook.failing_since = None
        webhook.save(update_fields=["failing_since"])
    note("webhook.heard", by=by, about=webhook)
    return delivery


@action
def note_failing(*, webhook: Webhook, by: Any, now: datetime) -> Webhook:
    """A program does not hear: it is tried again, and its page says since when."""
    webhook.failing_since = now
    webhook.save(update_fields=["failing_since"])
    note("webhook.failing", by=by, about=webhook)
    return webhook


def _refuse_others(by: Any) -> None:
    if not access.may_keep_webhooks(by=by):
        raise Refused(_("Chỉ phụ trách hoặc quản trị ghi được địa chỉ của chương trình."))
