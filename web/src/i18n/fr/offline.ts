export const offline = {
  'offline.since':
    'Hors connexion : voici ce qui a été lu le {time}. Vous pouvez lire et écrire ; le reste attend le réseau.',
  'offline.now':
    'Hors connexion : vous pouvez lire ce qui a déjà été ouvert, et écrire ; le reste attend le réseau.',
  'offline.see': 'Lisible hors connexion',
  'offline.newVersion': 'Une nouvelle version est prête. Votre brouillon est gardé.',
  'offline.reload': 'Recharger',
  'offline.title': 'Lisible hors connexion',
  'offline.text':
    'Les dernières conversations et les derniers documents que vous avez ouverts sur cet appareil. Tout s’efface à la déconnexion.',
  'offline.search': 'Chercher dans ce qui a été lu',
  'offline.conversations': 'Conversations lues',
  'offline.documents': 'Documents lus',
  'offline.readAt': 'Lu le {time}',
  'offline.none': 'Rien n’a encore été gardé sur cet appareil.',
  'offline.noneText':
    'Ouvrez une conversation ou un document avec le réseau : vous le retrouverez ici sans lui.',
  'offline.nothing': 'Rien de ce qui a été lu ne contient ces mots.',
  'offline.nothingText': 'Essayez moins de mots, ou cherchez de nouveau avec le réseau.',
  'offline.noSignOut': 'La déconnexion attend le réseau.',

  'pull.reading': 'Nouvelle lecture en cours',
  'waiting.title': { one: '{count} envoi en attente', other: '{count} envois en attente' },
  'waiting.forNet': 'Attend le réseau, puis partira tout seul, une seule fois.',
  'waiting.going': 'Va partir dans un instant.',
  'waiting.unsure':
    'Était déjà en route quand le réseau a manqué. Au retour du réseau, nous vérifions s’il est arrivé, sans rien envoyer deux fois ; d’ici là, il ne se modifie pas.',
  'waiting.refused': 'N’a pas été accepté. Modifiez-le ou retirez-le.',
  'waiting.withdraw': 'Retirer',
  'waiting.to.messages': 'Message aux personnes',
  'waiting.to.notes': 'Note interne',
  'waiting.words': 'Texte en attente',
  'waiting.left': 'C’est déjà parti : on ne peut plus le changer.',
  'waiting.answered': 'Une question en attente est partie. Sa réponse est dans vos conversations.',
  'waiting.leaveTitle': 'Des envois attendent encore',
  'waiting.leaveText': {
    one: '{count} envoi n’est pas encore parti. Si vous vous déconnectez, il est effacé de cet appareil.',
    other:
      '{count} envois ne sont pas encore partis. Si vous vous déconnectez, ils sont effacés de cet appareil.',
  },
  'waiting.leave': 'Effacer et se déconnecter',
} as const
