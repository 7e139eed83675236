"""Words that carry no subject: a small set never indexed, a larger one ignored in questions."""

from netz.knowledge.text.characters import fold


def word_set(text: str) -> frozenset[str]:
    """The words of a text, folded."""
    return frozenset(fold(word) for word in text.split())


# Left out of the index: too frequent to find anything, and half of all postings otherwise.
INDEX_STOP = word_set("""
    le la les un une des de du d l et ou où au aux à en est sont dans par pour sur que qui ce cet
    cette ces se sa son ses il elle ils elles on nous vous ne pas plus ou avec y je tu
    the a an of to and in is are it its on for by with as at be this that or from you your
""")

# Ignored in a question: what people wrap their question in.
QUESTION_STOP = INDEX_STOP | word_set("""
    comment pourquoi quand combien quel quelle quels quelles quoi lequel laquelle lesquels
    lesquelles qu est-ce c ça cela ceci ci là donc or ni car mais si alors aussi ainsi
    j m t s n me te moi toi lui leur leurs eux soi mon ma mes ton ta tes notre nos votre vos
    être suis es sommes êtes était étaient été étant sera seront serait soit soient fut furent
    avoir ai as a avons avez ont avait avaient eu ayant aura auront aurait ait aie
    faire fait fais faites font faisons fera ferait faut falloir faudrait fallait
    pouvoir peux peut pouvons pouvez peuvent puis puisse pourrait pourrais pourra pouvait pu
    devoir dois doit devons devez doivent devrait devrais devra dû
    vouloir veux veut voulez voulons veulent voudrais voudrait aimerais aimerait souhaite
    aller vais va allez vont dire dit dites savoir sais sait savez
    existe-t-il y-a-t-il il-y-a permet permettent sert servent consiste signifie
    très trop bien peu tout tous toute toutes même mêmes autre autres certain certains certaine
    entre sans sous vers chez après avant depuis pendant lors lorsque dès jusque afin comme
    parce puisque alors toujours jamais encore déjà ici quelque quelques chaque plusieurs
    voulais voulait voudrais voudrait voulu aimerions souhaiterais souhaitez pourrez pourront
    juste seulement vraiment simplement justement presque plutôt assez environ parfois souvent
    ensuite enfin maintenant actuellement tellement fois chose choses truc coup quelqu'un
    est-il est-elle n'est c'est j'ai n'ai suis-je puis-je dois-je peut-il peut-elle
    svp merci bonjour bonsoir salut aide aidez aider plaît stp possible moyen façon manière
    what which who whom whose when where why how do does did done doing can could should would
    may might must will shall have has had having am was were been being i me my mine we us our
    they them their he she him her his hers not no yes there here if then than so but any some
    get got need needs want wants please hello hi thanks thank help let lets tell know into about
    just also too very really actually currently still anything
    something someone thing things more most much many such each every all only own same other
""")

# Names of what our customers work with, which they rarely write with a capital.
PRODUCTS = word_set("""
    outlook teams onedrive sharepoint word excel powerpoint onenote exchange office windows azure
    entra intune defender edge access publisher visio planner yammer skype copilot
    mac macos iphone ipad ios android linux debian ubuntu chrome firefox thunderbird safari
    libreoffice calc writer impress draw acrobat adobe gmail google zoom slack dropbox
    sage ciel ebp sap salesforce cegid wordpress nextcloud yunohost synology qnap veeam vmware
    hyperv proxmox docker cisco fortinet fortigate sophos stormshield ubiquiti mikrotik zyxel
    wifi vpn bitlocker onduleur smtp imap pop dns dhcp ldap rgpd cnil
""")
