"""What offers ask for, what matters of her, lists that come in, and what a partner is told."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.fields
from ketnoi.foundation.guard import AlsoChangeable, Changeable, GuardRows, SameHolder
from ketnoi.livelihood.models import Candidate, OfferList, Placement, PlacementStep, WorkProfile


def name_who_visited(apps, editor):
    """A visit that was noted before was made by whoever told of the offer; never by an employer."""
    alias = editor.connection.alias
    offers = apps.get_model("livelihood", "Opportunity").objects.using(alias)
    seen = offers.exclude(verified_on=None).select_related("made_by__agency")
    for offer in seen:
        if offer.made_by.agency.function == "employer":
            offers.filter(pk=offer.pk).update(verified_on=None)
        else:
            offers.filter(pk=offer.pk).update(verified_by=offer.made_by_id)


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0010_bells"),
        ("cases", "0014_waits"),
        ("livelihood", "0001_initial"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Candidate",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="người thứ")),
                (
                    "told",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Chờ trả lời"),
                            ("accepted", "Đã nhận"),
                            ("declined", "Không nhận"),
                            ("gone", "Đề xuất không còn"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full", "Đã đủ người"),
                            ("skills", "Cần tay nghề khác"),
                            ("hours", "Giờ giấc không sắp xếp được"),
                            ("needs", "Chưa đáp ứng được điều người này cần"),
                            ("paused", "Tạm ngừng nhận"),
                        ],
                        max_length=10,
                        verbose_name="lý do",
                    ),
                ),
                ("told_at", models.DateTimeField(verbose_name="được giới thiệu lúc")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="trả lời lúc")),
            ],
        ),
        migrations.CreateModel(
            name="OfferList",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("looked_at", "Chờ xem lại"),
                            ("added", "Đã thêm"),
                            ("dropped", "Đã bỏ"),
                        ],
                        default="looked_at",
                        max_length=10,
                    ),
                ),
                ("rows", models.JSONField(default=list)),
                ("brought_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("added", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="WorkProfile",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "wishes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("job", "Việc làm"),
                                ("training", "Học nghề"),
                                ("loan", "Vay vốn"),
                                ("savings", "Nhóm tiết kiệm"),
                                ("tools", "Công cụ, cây con giống"),
                                ("market", "Nơi bán hàng, người mua"),
                                ("mentor", "Người hướng dẫn"),
                                ("pledge", "Ý tưởng, lời hứa giúp"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "skills",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("sewing", "May vá"),
                                ("cooking", "Nấu ăn, làm bánh"),
                                ("crops", "Trồng trọt"),
                                ("animals", "Chăn nuôi"),
                                ("weaving", "Đan lát, thủ công"),
                                ("hair", "Làm tóc, làm móng"),
                                ("massage", "Xoa bóp, bấm huyệt"),
                                ("selling", "Bán hàng"),
                                ("housework", "Giúp việc nhà, buồng phòng"),
                                ("care", "Chăm trẻ, chăm người già"),
                                ("factory", "Làm trong nhà máy"),
                                ("food", "Chế biến, đóng gói"),
                                ("computer", "Máy vi tính"),
                                ("language", "Tiếng nước ngoài"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "schooling",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("little", "Chưa hết tiểu học"),
                            ("primary", "Hết tiểu học"),
                            ("lower", "Hết trung học cơ sở"),
                            ("upper", "Hết trung học phổ thông"),
                            ("vocational", "Sơ cấp, trung cấp nghề"),
                            ("higher", "Cao đẳng, đại học"),
                        ],
                        max_length=20,
                        verbose_name="học vấn",
                    ),
                ),
                (
                    "age_band",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("under_18", "Dưới 18 tuổi"),
                            ("18_24", "Từ 18 đến 24 tuổi"),
                            ("25_34", "Từ 25 đến 34 tuổi"),
                            ("35_44", "Từ 35 đến 44 tuổi"),
                            ("45_54", "Từ 45 đến 54 tuổi"),
                            ("from_55", "Từ 55 tuổi"),
                        ],
                        max_length=20,
                        verbose_name="khoảng tuổi",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kinh", "Kinh"),
                            ("khmer", "Khmer"),
                            ("hoa", "Hoa"),
                            ("other", "Dân tộc khác"),
                        ],
                        max_length=10,
                        verbose_name="dân tộc",
                    ),
                ),
                (
                    "hours",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("day", "Ban ngày"),
                                ("evening", "Buổi tối"),
                                ("night", "Ban đêm"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                ("needs_childcare", models.BooleanField(default=False, verbose_name="cần gửi trẻ")),
                (
                    "needs_access",
                    models.BooleanField(default=False, verbose_name="cần tiếp cận được"),
                ),
                (
                    "furthest_km",
                    models.PositiveSmallIntegerField(null=True, verbose_name="xa nhất"),
                ),
                (
                    "tells",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("wishes", "Muốn gì"),
                                ("skills", "Biết làm gì"),
                                ("schooling", "Học đến đâu"),
                                ("age", "Khoảng tuổi"),
                                ("hours", "Làm được lúc nào"),
                                ("childcare", "Cần gửi trẻ"),
                                ("access", "Cần lối đi, chỗ làm tiếp cận được"),
                                ("distance", "Nơi đó xa hay gần"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "avoids",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="nơi cần tránh"
                    ),
                ),
                (
                    "own_words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="lời của chị ấy"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("written_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="opportunity",
            name="introduced",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="opportunity",
            name="is_accessible",
            field=models.BooleanField(default=False, verbose_name="tiếp cận được"),
        ),
        migrations.AddField(
            model_name="opportunity",
            name="least_age",
            field=models.PositiveSmallIntegerField(null=True, verbose_name="từ tuổi"),
        ),
        migrations.AddField(
            model_name="opportunity",
            name="most_age",
            field=models.PositiveSmallIntegerField(null=True, verbose_name="đến tuổi"),
        ),
        migrations.AddField(
            model_name="opportunity",
            name="phone",
            field=models.CharField(blank=True, max_length=20, verbose_name="số gọi nơi nhận"),
        ),
        migrations.AddField(
            model_name="opportunity",
            name="schooling",
            field=models.CharField(
                blank=True,
                choices=[
                    ("little", "Chưa hết tiểu học"),
                    ("primary", "Hết tiểu học"),
                    ("lower", "Hết trung học cơ sở"),
                    ("upper", "Hết trung học phổ thông"),
                    ("vocational", "Sơ cấp, trung cấp nghề"),
                    ("higher", "Cao đẳng, đại học"),
                ],
                max_length=20,
                verbose_name="học vấn",
            ),
        ),
        migrations.AddField(
            model_name="opportunity",
            name="shifts",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[("day", "Ban ngày"), ("evening", "Buổi tối"), ("night", "Ban đêm")],
                    max_length=20,
                ),
                default=list,
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="opportunity",
            name="skills",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("sewing", "May vá"),
                        ("cooking", "Nấu ăn, làm bánh"),
                        ("crops", "Trồng trọt"),
                        ("animals", "Chăn nuôi"),
                        ("weaving", "Đan lát, thủ công"),
                        ("hair", "Làm tóc, làm móng"),
                        ("massage", "Xoa bóp, bấm huyệt"),
                        ("selling", "Bán hàng"),
                        ("housework", "Giúp việc nhà, buồng phòng"),
                        ("care", "Chăm trẻ, chăm người già"),
                        ("factory", "Làm trong nhà máy"),
                        ("food", "Chế biến, đóng gói"),
                        ("computer", "Máy vi tính"),
                        ("language", "Tiếng nước ngoài"),
                    ],
                    max_length=20,
                ),
                default=list,
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="opportunity",
            name="verified_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.member",
            ),
        ),
        migrations.AddField(
            model_name="placement",
            name="partner_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("full", "Đã đủ người"),
                    ("skills", "Cần tay nghề khác"),
                    ("hours", "Giờ giấc không sắp xếp được"),
                    ("needs", "Chưa đáp ứng được điều người này cần"),
                    ("paused", "Tạm ngừng nhận"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="placement",
            name="told",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=40), default=list, size=None
            ),
        ),
        migrations.AlterField(
            model_name="opportunity",
            name="kind",
            field=models.CharField(
                choices=[
                    ("job", "Việc làm"),
                    ("training", "Học nghề"),
                    ("loan", "Vay vốn"),
                    ("savings", "Nhóm tiết kiệm"),
                    ("tools", "Công cụ, cây con giống"),
                    ("market", "Nơi bán hàng, người mua"),
                    ("mentor", "Người hướng dẫn"),
                    ("pledge", "Ý tưởng, lời hứa giúp"),
                ],
                max_length=10,
                verbose_name="loại",
            ),
        ),
        migrations.AlterField(
            model_name="placement",
            name="state",
            field=models.CharField(
                choices=[
                    ("proposed", "Đã đề xuất"),
                    ("she_waits", "Người được hỗ trợ muốn nghĩ thêm"),
                    ("she_agreed", "Người được hỗ trợ đồng ý"),
                    ("she_declined", "Người được hỗ trợ không chọn"),
                    ("partner_agreed", "Nơi nhận đồng ý"),
                    ("partner_declined", "Nơi nhận không nhận"),
                    ("started", "Đã bắt đầu"),
                    ("ended", "Đã kết thúc"),
                    ("recalled", "Đã rút đề xuất"),
                    ("offer_gone", "Cơ hội đã bị rút"),
                ],
                default="proposed",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="placementstep",
            name="state",
            field=models.CharField(
                choices=[
                    ("proposed", "Đã đề xuất"),
                    ("she_waits", "Người được hỗ trợ muốn nghĩ thêm"),
                    ("she_agreed", "Người được hỗ trợ đồng ý"),
                    ("she_declined", "Người được hỗ trợ không chọn"),
                    ("partner_agreed", "Nơi nhận đồng ý"),
                    ("partner_declined", "Nơi nhận không nhận"),
                    ("started", "Đã bắt đầu"),
                    ("ended", "Đã kết thúc"),
                    ("recalled", "Đã rút đề xuất"),
                    ("offer_gone", "Cơ hội đã bị rút"),
                ],
                max_length=20,
            ),
        ),
        migrations.RunPython(name_who_visited, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="opportunity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("verified_by", None), ("verified_on", None)),
                    models.Q(("verified_by__isnull", False), ("verified_on__isnull", False)),
                    _connector="OR",
                ),
                name="verified_on_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="opportunity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("least_age", None),
                    ("most_age", None),
                    ("least_age__lte", models.F("most_age")),
                    _connector="OR",
                ),
                name="from_age_to_age",
            ),
        ),
        migrations.AddField(
            model_name="candidate",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
            ),
        ),
        migrations.AddField(
            model_name="candidate",
            name="answered_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.member",
            ),
        ),
        migrations.AddField(
            model_name="candidate",
            name="opportunity",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="livelihood.opportunity",
            ),
        ),
        migrations.AddField(
            model_name="candidate",
            name="placement",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="livelihood.placement",
            ),
        ),
        migrations.AddField(
            model_name="offerlist",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
            ),
        ),
        migrations.AddField(
            model_name="offerlist",
            name="brought_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.member"
            ),
        ),
        migrations.AddField(
            model_name="workprofile",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
            ),
        ),
        migrations.AddField(
            model_name="workprofile",
            name="case",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="workprofile",
            name="commune",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="places.commune",
            ),
        ),
        migrations.AddField(
            model_name="workprofile",
            name="holder",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
            ),
        ),
        migrations.AddField(
            model_name="workprofile",
            name="written_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.member"
            ),
        ),
        migrations.AddIndex(
            model_name="candidate",
            index=models.Index(fields=["agency", "-told_at"], name="candidate_of_agency"),
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.UniqueConstraint(
                fields=("opportunity", "number"), name="candidate_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "declined"), ("reason", ""), _connector="OR"),
                name="only_a_no_has_a_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="offerlist",
            index=models.Index(fields=["agency", "-brought_at"], name="offer_list_of_agency"),
        ),
        GuardRows("offerlist", OfferList.guarded),
        GuardRows("workprofile", WorkProfile.guarded),
        GuardRows("candidate", Candidate.guarded),
        GuardRows("placement", Placement.guarded),
        GuardRows("placementstep", PlacementStep.guarded),
        SameHolder("workprofile", of="cases.Case", column="case_id"),
        Changeable("offerlist", "state", "rows", "ended_at", "added"),
        Changeable("candidate", "state", "reason", "answered_at", "answered_by_id"),
        AlsoChangeable("placement", "told", "partner_reason"),
    ]
