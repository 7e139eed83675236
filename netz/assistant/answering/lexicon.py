"""Word lists of French and English that hold for any company's documents."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(text.split())


FRENCH_FUNCTION = words(
    """a à afin ai ainsi alors après as au aucun aucune aussi autre autres aux avant avec avez
    avoir avons ayant beaucoup c ça car ce ceci cela celle celles celui ces cet cette ceux
    chaque chez ci combien comme comment d dans de depuis des dès dois doit donc dont du elle
    elles en encore entre es est et étaient était êtes être eu eux fait faire faut fois font
    il ils j je jusqu l la là le lequel laquelle lesquels lesquelles les leur leurs lors
    lorsque lui m ma mais me même mes mien moi moins mon n ne ni nos notre nous on ont ou où
    par parce pas pendant peu peut peut-on peux plus plusieurs pour pourquoi pourrait pouvez
    puis puis-je qu quand que quel quelle quelles quels qui quoi s sa sans se sera ses si
    sinon son sont sous suis sur t ta te tes toi ton tous tout toute toutes très tu un une va
    vers veut veux voici vos votre vous y afin"""
)
ENGLISH_FUNCTION = words(
    """a about after all also am an and any are as at be because been before being between both
    but by can could did do does doing during each for from get had has have having he her
    here him his how i if in into is it its just let many may me might more most much must my
    need no nor not of off on once only or other our out over own please same shall she should
    so some such than that the their them then there these they this those through to too
    under until up us very want was we were what when where which while who whom whose why
    will with within without would you your"""
)
# What questions carry besides their subject: matching it proves nothing, lacking it costs little.
LIGHT = words(
    """aider appel appelle appeler arrive arriver besoin bien bonjour cas chose comprendre
    connaître concerne concernant demande demander devoir dire dit existe existent expliquer
    façon faire falloir fonctionne fonctionner fonctionnement gérer indiquer info information
    informations jour manière marche marcher mettre merci moyen obtenir possible possibilité
    pouvoir problème problèmes procédure propos question raison rapport recommandé recommandée
    recommandées recommandés savoir seul seulement signifie signifier soit solution souhaite
    souhaiter sujet svp tenter trouve trouver type utilisation utilise utiliser utilisé
    voudrais vouloir voir permet permettre choisir fait-on faut-il s'appelle définition salut
    aimerais plaît stp urgent able ask definition explain find happen happens hello help hi
    info information issue know like make mean means possible problem procedure question
    reason say tell thanks thing use used using way work works working recommended choose kind
    type show give there's"""
)
# Naming words whose absence from a passage says little: they name the asker's surroundings.
GENERIC = words(
    """ordinateur pc poste logiciel application appli société entreprise bureau utilisateur
    utilisateurs compte document documents fichier fichiers service services système client
    clients computer software application app company office user users account document
    documents file files service services system laptop device
    courriel courriels email emails mail mails message messages"""
)

# Products by the place they take: an answer about one must not pass for an answer about another.
PRODUCT_CLASSES: dict[str, frozenset[str]] = {
    "platform": words(
        """windows mac macos macbook osx linux ubuntu debian fedora redhat centos android ios iphone
    ipad ipados chromebook chromeos samsung"""
    ),
    "mail": words(
        "outlook gmail thunderbird exchange zimbra postfix yahoo proton protonmail lotus owa"
    ),
    "meeting": words("teams zoom slack webex meet skype jitsi discord mattermost whatsapp"),
    "storage": words(
        "onedrive sharepoint dropbox nextcloud drive icloud box wetransfer synology qnap"
    ),
    "suite": words(
        """word excel powerpoint libreoffice openoffice onlyoffice writer calc impress docs sheets
    slides office365 m365 workspace"""
    ),
    "browser": words("chrome firefox edge safari opera brave explorer"),
    "business": words(
        """sage ebp ciel cegid salesforce hubspot odoo dolibarr quickbooks pennylane sap dynamics
    navision notion jira trello asana"""
    ),
    "security": words(
        """fortinet forticlient openvpn wireguard anyconnect globalprotect bitdefender defender eset
    kaspersky sophos keepass bitwarden lastpass 1password dashlane okta authenticator"""
    ),
    "backup": words("veeam acronis borg borgbackup rsync duplicati restic arcserve"),
    "hosting": words("aws azure gcp ovh scaleway vmware proxmox hyper-v docker kubernetes"),
    "vendor": words(
        """google apple microsoft adobe hp canon epson brother lexmark xerox ricoh dell lenovo asus
    cisco ubiquiti netgear tp-link mitel 3cx avaya yealink orange sfr bouygues free"""
    ),
}
# Of these the ones that are also everyday words, and so no sure sign of a product in a title.
EVERYDAY_NAMES = words(
    """box free drive word docs notion meet opera brave explorer workspace exchange orange sheets
    slides writer impress edge apple sage ciel spark proton"""
)
PRODUCTS: dict[str, str] = {word: name for name, words in PRODUCT_CLASSES.items() for word in words}
