"""What a person gives to register, beside address and password."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import get_language

from netz.accounts.models import User


class SignUp(forms.Form):
    """The name, and the workspace (its slug) that lets people register."""

    name = forms.CharField(max_length=200)
    workspace = forms.SlugField(max_length=80, required=False)  # none: not open to anybody

    def signup(self, request: HttpRequest, user: User) -> None:
        """Called by allauth for a new user: keeps the name and the language in use."""
        user.name = self.cleaned_data["name"].strip()
        user.language = "en" if get_language() == "en" else "fr"
        user.save(update_fields=["name", "language"])
