"""How forms are drawn: every field by one template."""

from django.forms.renderers import TemplatesSetting


class OneTemplate(TemplatesSetting):
    """Draws a field with `ui/field.html` and a form as its fields one after the other."""

    form_template_name = "ui/fields.html"
    field_template_name = "ui/field.html"
