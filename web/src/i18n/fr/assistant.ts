export const assistant = {
  'assistant.title': 'Assistant',
  'welcome.title': 'Posez votre question',
  'welcome.greeting': 'Bonjour {name}',
  'welcome.text':
    'Posez votre question : la réponse vient de vos documents, et chaque phrase montre sa source.',
  'welcome.suggestions': 'Pour commencer',

  'composer.label': 'Votre question',
  'composer.placeholder': 'Posez votre question…',
  'composer.send': 'Envoyer',
  'composer.stop': 'Arrêter',
  'composer.hint': 'Les réponses sont rédigées par une IA. Vérifiez leurs sources.',

  'thread.you': 'Votre question :',
  'thread.searching': 'Recherche dans vos documents…',
  'thread.writing': 'Rédaction en cours…',
  'thread.stopped': 'Réponse arrêtée.',
  'thread.discard': 'Effacer',
  'thread.kept': 'Votre question est conservée ici.',

  'answer.label': 'Réponse',
  'answer.notice': 'Réponse rédigée par une IA',
  'answer.unsure':
    'Pas certain : ces passages disent peut-être la même chose en d’autres mots. Vérifiez qu’ils parlent bien de votre situation, ou transmettez la question.',
  'answer.fallback': 'modèle indisponible, extraits des documents',
  'answer.cached': 'déjà posée',
  'answer.openSource': 'Source {index} : {title}',
  'answer.sources': 'Sources',
  'answer.unsupported': 'Aucun document ne confirme cette phrase.',
  'answer.copy': 'Copier la réponse',
  'answer.retry': 'Poser de nouveau la question',
  'answer.next': 'Questions suivantes',

  'refusal.title': 'Je n’ai pas trouvé la réponse dans vos documents.',
  'refusal.nearest': 'Les documents les plus proches',

  'handover.action': 'Transmettre au support',
  'handover.note': 'Une précision pour le technicien ? (facultatif)',
  'handover.noteHint': 'Votre question et cette conversation sont jointes.',
  'handover.send': 'Transmettre',
  'handover.kept': 'Votre message est conservé ici.',
  'handover.doneTitle': 'Votre demande est transmise.',
  'handover.doneText': 'Un technicien la lira et vous répondra. Vous n’avez rien d’autre à faire.',

  'rating.up': 'Réponse utile',
  'rating.down': 'Réponse à améliorer',
  'rating.comment': 'Que manquait-il ?',
  'rating.send': 'Envoyer l’avis',
  'rating.skip': 'Passer',
  'rating.thanks': 'Merci, votre avis est enregistré.',

  'conversations.title': 'Conversations',
  'conversations.empty': 'Vos conversations apparaîtront ici.',
  'conversations.failed': 'Les conversations n’ont pas pu être chargées.',
  'conversations.untitled': 'Sans titre',

  'source.page': 'page {page}',
} as const
