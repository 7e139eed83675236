/** What was learned of the person. */
export const habits = {
  'habits.title': 'Ce que NETZ AI a appris',
  'habits.text':
    'Ce dont vous vous servez, d’après vos propres actes. Aucun écran ne le montre à d’autres, et rien ne passe d’une entreprise à l’autre. Un export de l’espace le contient.',
  'habits.learning': 'Apprendre de mes actes',
  'habits.learningText':
    'Les questions que vous posez et les personnes que vous sollicitez. Ce qui ne sert plus s’efface de lui-même.',
  'habits.learningOn': 'NETZ AI peut apprendre',
  'habits.kept': 'Rien n’a changé : ce qui était choisi reste en vigueur.',
  'habits.nothing': 'Rien n’a été appris pour l’instant',
  'habits.nothingText':
    'Après vos prochaines questions, les sujets et documents dont vous vous servez seront ici, avec la raison.',
  'habits.topics': 'Sujets',
  'habits.topicsText': 'Les dossiers dont viennent vos réponses.',
  'habits.documents': 'Documents',
  'habits.documentsText': 'Ceux sur lesquels vos réponses reposent.',
  'habits.colleagues': 'Collègues',
  'habits.colleaguesText': 'Ceux que vous mentionnez, ou à qui vous confiez une demande.',
  'habits.why.topic': {
    one: 'Une question, {ago}',
    other: '{count} questions, la dernière {ago}',
  },
  'habits.why.document': {
    one: 'Cité une fois pour vous, {ago}',
    other: 'Cité {count} fois pour vous, la dernière {ago}',
  },
  'habits.why.colleague': {
    one: 'Sollicité une fois, {ago}',
    other: 'Sollicité {count} fois, la dernière {ago}',
  },
  'habits.off': 'désactivé',
  'habits.turnOff': 'Désactiver',
  'habits.turnOffNamed': 'Désactiver {name}',
  'habits.turnOn': 'Réactiver',
  'habits.turnOnNamed': 'Réactiver {name}',
  'habits.rename': 'Renommer {name}',
  'habits.name': 'Nom du sujet',
  'habits.nameText': 'Pour vous seul. Laissez vide pour reprendre le nom du dossier.',
  'habits.nameKept': 'Votre texte est encore là ; il n’est pas enregistré.',
  'habits.erase': 'Effacer {name}',
  'habits.erased': '« {name} » est effacé.',
  'habits.eraseAll': 'Tout effacer',
  'habits.eraseAllAsk': 'Effacer tout ce qui a été appris ?',
  'habits.eraseAllText':
    'Sujets, documents, collègues et noms que vous avez donnés disparaissent pour de bon. Vos conversations restent.',
  'habits.eraseAllConfirm': 'Tout effacer pour de bon',
  'habits.erasedAll': 'Tout ce qui avait été appris est effacé.',
} as const
