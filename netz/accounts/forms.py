"""What a person gives to register, beside address and password."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import get_language

from netz.accounts.models import User

# Which workspace (its slug) the person registered for, until the membership is made.
REGISTRATION_SESSION_KEY = "netz_registration"


class SignUp(forms.Form):
    """The name, and the workspace (its slug) that lets people register."""

    name = forms.CharField(max_length=200)
    workspace = forms.SlugField(max_length=80, required=False)  # none: not open to anybody

    def signup(self, request: HttpRequest, user: User) -> None:
        """Called by allauth for a new user: keeps the name, the language in use and the place."""
        user.name = self.cleaned_data["name"].strip()
        user.language = "en" if get_language() == "en" else "fr"
        user.save(update_fields=["name", "language"])
        request.session[REGISTRATION_SESSION_KEY] = self.cleaned_data["workspace"]
