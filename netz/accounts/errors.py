"""Business errors of accounts."""

from netz.core.errors import Problem, Words


class SsoSession(Problem):
    """A session that a workspace's identity provider opened wants to change the account itself."""

    status = 403
    code = "access.sso_account"
    fr = Words(
        "Compte géré par votre organisation",
        "Cette session a été ouverte par votre organisation : pour modifier votre compte, "
        "connectez-vous avec votre mot de passe, un code ou une clé.",
    )
    en = Words(
        "Account managed by your organisation",
        "This session was opened by your organisation: to change your account, sign in with "
        "your password, a code or a key.",
    )
