"""Composition: settings, root urls, base templates, the component library, navigation.

Owns: how the floors below are put together into one program.
Never: a rule of the field.
"""
