"""Where somebody lives abroad, of which country a paper is, and where its original is."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0008_hidden")]

    operations = [
        migrations.AddField(
            model_name="address",
            name="country",
            field=models.CharField(
                choices=[
                    ("VN", "Việt Nam"),
                    ("KR", "Hàn Quốc"),
                    ("TW", "Đài Loan"),
                    ("CN", "Trung Quốc"),
                    ("JP", "Nhật Bản"),
                    ("MY", "Ma-lai-xi-a"),
                    ("SG", "Xin-ga-po"),
                    ("KH", "Cam-pu-chia"),
                    ("LA", "Lào"),
                    ("TH", "Thái Lan"),
                    ("AE", "Các Tiểu vương quốc Ả Rập Thống nhất"),
                    ("SA", "Ả Rập Xê Út"),
                    ("US", "Hoa Kỳ"),
                    ("ZZ", "Nước khác"),
                ],
                default="VN",
                max_length=2,
                verbose_name="nước",
            ),
        ),
        migrations.AddField(
            model_name="paper",
            name="country",
            field=models.CharField(
                choices=[
                    ("VN", "Việt Nam"),
                    ("KR", "Hàn Quốc"),
                    ("TW", "Đài Loan"),
                    ("CN", "Trung Quốc"),
                    ("JP", "Nhật Bản"),
                    ("MY", "Ma-lai-xi-a"),
                    ("SG", "Xin-ga-po"),
                    ("KH", "Cam-pu-chia"),
                    ("LA", "Lào"),
                    ("TH", "Thái Lan"),
                    ("AE", "Các Tiểu vương quốc Ả Rập Thống nhất"),
                    ("SA", "Ả Rập Xê Út"),
                    ("US", "Hoa Kỳ"),
                    ("ZZ", "Nước khác"),
                ],
                default="VN",
                max_length=2,
                verbose_name="của nước nào",
            ),
        ),
        migrations.AddField(
            model_name="paper",
            name="original",
            field=models.CharField(
                blank=True,
                choices=[
                    ("at_hand", "Đang giữ bản gốc"),
                    ("copy", "Chỉ có bản sao"),
                    ("elsewhere", "Bản gốc ở người khác hoặc ở nước ngoài"),
                    ("lost", "Đã mất"),
                ],
                max_length=10,
                verbose_name="bản gốc",
            ),
        ),
        migrations.AlterField(
            model_name="paper",
            name="kind",
            field=models.CharField(
                choices=[
                    ("cccd", "Căn cước"),
                    ("cmnd", "Chứng minh nhân dân (cũ)"),
                    ("passport", "Hộ chiếu"),
                    ("birth", "Giấy khai sinh"),
                    ("marriage", "Giấy kết hôn"),
                    ("residence", "Thẻ cư trú ở nước ngoài"),
                    ("foreign", "Giấy tờ nước ngoài khác"),
                ],
                max_length=10,
                verbose_name="loại giấy tờ",
            ),
        ),
        migrations.AlterField(
            model_name="person",
            name="language",
            field=models.CharField(
                choices=[
                    ("vi", "Tiếng Việt"),
                    ("km", "Tiếng Khmer"),
                    ("hoa", "Tiếng Hoa"),
                    ("cham", "Tiếng Chăm"),
                    ("ko", "Tiếng Hàn"),
                    ("zh", "Tiếng Trung"),
                    ("en", "Tiếng Anh"),
                    ("sign", "Ngôn ngữ ký hiệu"),
                    ("other", "Tiếng khác"),
                ],
                default="vi",
                max_length=5,
                verbose_name="ngôn ngữ",
            ),
        ),
        migrations.AlterField(
            model_name="tie",
            name="lives",
            field=models.CharField(
                choices=[
                    ("her", "Cùng người được hỗ trợ"),
                    ("kin", "Với người thân"),
                    ("home", "Ở cơ sở chăm sóc"),
                    ("abroad", "Ở nước ngoài"),
                    ("elsewhere", "Nơi khác"),
                    ("unknown", "Chưa rõ"),
                ],
                max_length=12,
                verbose_name="ở với ai",
            ),
        ),
    ]
