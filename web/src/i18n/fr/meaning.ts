export const meaning = {
  'meaning.text':
    'L’assistant trouve aussi les passages qui disent la même chose avec d’autres mots. La recherche par les mots reste toujours active.',
  'meaning.inUse': 'Réglage actuel',
  'meaning.builtin': 'Modèle intégré',
  'meaning.builtinFacts': 'Français et anglais, {size}. Rien ne quitte cette machine.',
  'meaning.builtinFactsNoSize': 'Français et anglais. Rien ne quitte cette machine.',
  'meaning.builtinMissing': 'Cette copie du logiciel a été livrée sans lui.',
  'meaning.onnx': 'Modèle de l’installation',
  'meaning.onnxFacts': 'Il travaille sur cette machine : rien ne la quitte.',
  'meaning.endpoint': 'Votre propre service',
  'meaning.endpointOfInstallation': 'Service de l’installation',
  'meaning.off': 'Désactivée',
  'meaning.offFacts':
    'La recherche se fait par les mots seuls : une question posée avec d’autres mots que les documents peut rester sans réponse.',
  'meaning.sent':
    'Les passages et les questions sont envoyés à ce service. NIR, IBAN, cartes, téléphones et adresses e-mail sont remplacés avant de quitter cette machine.',
  'meaning.unusable': 'Par les mots seuls, pour l’instant',
  'meaning.unusableBuiltin':
    'Le modèle intégré n’est pas installé : cette copie du logiciel a été livrée sans lui. Rien n’est perdu ; choisissez un service plus bas, ou demandez à l’exploitant de réinstaller le logiciel.',
  'meaning.unusableOther':
    'Le modèle réglé par l’installation ne peut pas être utilisé. Rien n’est perdu ; demandez à l’exploitant de lancer « netz doctor », ou choisissez un autre modèle plus bas.',
  'meaning.fromInstallation': 'Réglage de l’installation',
  'meaning.fromWorkspace': 'Choisi pour cet espace',
  'meaning.identifier': 'Identifiant : {model}',
  'meaning.dimensions': '{dimensions} dimensions',
  'meaning.keySet': 'Une clé est enregistrée.',
  'meaning.index': 'Lecture des passages',
  'meaning.ready': 'À jour',
  'meaning.readyText': {
    one: '{count} passage se trouve par son sens.',
    other: '{count} passages se trouvent par leur sens.',
  },
  'meaning.lastBuilt': 'Lecture complète le {date}.',
  'meaning.starting': 'La lecture va commencer',
  'meaning.startingText': 'Elle se fait en arrière-plan ; vous pouvez quitter cette page.',
  'meaning.empty': 'Aucun passage pour l’instant',
  'meaning.emptyText': 'Ajoutez des documents : leurs passages sont lus aussitôt.',
  'meaning.catchingUp': 'De nouveaux passages arrivent',
  'meaning.catchingUpText': 'En attendant d’être lus, ils se trouvent par les mots.',
  'meaning.first': 'Lecture en cours',
  'meaning.firstText':
    'Les passages déjà lus se trouvent par le sens, les autres par les mots. Vous pouvez quitter cette page.',
  'meaning.switching': 'Lecture avec le nouveau modèle',
  'meaning.switchingText':
    'D’ici là, la recherche continue avec l’ancien : {model}. Vous pouvez quitter cette page.',
  'meaning.stopped': 'Lecture arrêtée',
  'meaning.failed': 'La lecture a échoué',
  'meaning.keptDone': {
    one: '{count} passage déjà lu est gardé.',
    other: '{count} passages déjà lus sont gardés.',
  },
  'meaning.goesOnOld': 'La recherche continue avec l’ancien modèle : {model}.',
  'meaning.goesOnWords': 'La recherche se fait par les mots en attendant.',
  'meaning.resumeHint': 'La reprise continue là où la lecture s’est arrêtée.',
  'meaning.stuck': 'De nouveaux passages n’ont pas pu être lus',
  'meaning.stuckText':
    'Les passages déjà lus restent en service ; les nouveaux se trouvent par les mots. Un nouvel essai a lieu à l’enregistrement du réglage ci-dessous, à l’ajout de documents et chaque jour.',
  'meaning.progress': '{done} passages lus sur {total}',
  'meaning.speed': '{count} par seconde',
  'meaning.left': 'encore {time} environ',
  'meaning.stop': 'Arrêter la lecture',
  'meaning.resume': 'Reprendre la lecture',
  'meaning.rebuild': 'Tout relire',
  'meaning.rebuildTitle': 'Relire tous les passages ?',
  'meaning.rebuildText': {
    one: 'Le passage est relu en arrière-plan. Tant qu’il n’est pas relu, il se trouve par les mots.',
    other:
      'Les {count} passages sont relus en arrière-plan. Ceux qui ne sont pas encore relus se trouvent par les mots.',
  },
  'meaning.choose': 'Choisir le modèle',
  'meaning.default': 'Réglage de l’installation',
  'meaning.defaultHint': 'Suit le réglage de l’exploitant ; sans réglage, le modèle intégré.',
  'meaning.endpointHint': 'Une adresse compatible OpenAI, chez un fournisseur ou chez vous.',
  'meaning.offHint': 'La recherche se fait par les mots seuls.',
  'meaning.key': 'Clé d’accès',
  'meaning.keyOptional': 'Laissez vide si le service n’en demande pas.',
  'meaning.keyKeep': 'Laissez vide pour garder la clé enregistrée.',
  'meaning.keyReplace': 'Remplacer la clé',
  'meaning.keyRemove': 'Retirer la clé',
  'meaning.keyGone': 'La clé sera retirée à l’enregistrement.',
  'meaning.keyRestore': 'Garder la clé',
  'meaning.testOk': 'Le modèle répond en {time}',
  'meaning.changeTitle': 'Changer de modèle ?',
  'meaning.changeText': {
    one: 'Le passage des documents sera relu avec le nouveau modèle, en arrière-plan.',
    other:
      'Les {count} passages des documents seront relus avec le nouveau modèle, en arrière-plan.',
  },
  'meaning.changeTextAll':
    'Tous les passages des documents seront relus avec le nouveau modèle, en arrière-plan.',
  'meaning.changeMaybe':
    'Si l’installation utilise un autre modèle, tous les passages des documents seront relus, en arrière-plan.',
  'meaning.changeMaybeCount': {
    one: 'Si l’installation utilise un autre modèle, le passage des documents sera relu, en arrière-plan.',
    other:
      'Si l’installation utilise un autre modèle, les {count} passages des documents seront relus, en arrière-plan.',
  },
  'meaning.changeMeanwhile': 'D’ici là, la recherche continue comme maintenant.',
  'meaning.changeSent':
    'Ils seront envoyés à {host}, identifiants remplacés s’ils quittent cette machine.',
  'meaning.change': 'Changer de modèle',
  'meaning.offTitle': 'Désactiver la recherche par le sens ?',
  'meaning.offText':
    'La recherche se fera aussitôt par les mots seuls. Pour la remettre plus tard, tous les passages devront être relus.',
  'meaning.turnOff': 'Désactiver',
  'meaning.cause.model.timeout':
    'Le service n’a pas répondu à temps. Vérifiez qu’il n’est pas surchargé, puis réessayez.',
  'meaning.cause.model.rate_limited':
    'Le fournisseur limite le nombre de requêtes. Réessayez plus tard, ou demandez-lui une limite plus haute.',
  'meaning.cause.model.quota':
    'Le crédit du compte est épuisé chez le fournisseur. Vérifiez la facturation du compte auquel appartient la clé.',
  'meaning.cause.model.refused':
    'Le service a refusé la demande. Vérifiez que ce modèle est bien un modèle de vecteurs.',
  'meaning.cause.model.malformed':
    'La réponse du service est illisible. Vérifiez que l’adresse est celle d’une API compatible OpenAI, souvent terminée par /v1.',
  'meaning.cause.model.auth':
    'Le fournisseur refuse la clé. Vérifiez la clé, et qu’elle donne accès à ce modèle.',
  'meaning.cause.model.not_found':
    'Le service ne connaît pas ce modèle. Vérifiez son nom et l’adresse ; avec Ollama, téléchargez d’abord le modèle.',
  'meaning.cause.model.too_long':
    'Un passage dépasse la taille acceptée par le modèle. Choisissez un modèle qui lit des textes plus longs.',
  'meaning.cause.model.rejected':
    'Le service a rejeté la requête. Vérifiez le nom du modèle, et que c’est un modèle de vecteurs.',
  'meaning.cause.model.unavailable':
    'Le service est en panne. Rien à faire de votre côté ; réessayez plus tard.',
  'meaning.cause.model.unreachable':
    'Le service est injoignable. Vérifiez l’adresse, et qu’il est démarré et accessible depuis cette machine.',
  'meaning.cause.model.blocked':
    'Cette adresse n’est pas autorisée. Utilisez une adresse publique en https, ou demandez à l’exploitant d’autoriser cet hôte (NETZ_LOCAL_MODEL_HOSTS).',
  'meaning.cause.embeddings.dimensions':
    'Le modèle répond avec des vecteurs d’une autre taille qu’avant : il a changé derrière la même adresse. Relisez tous les passages.',
  'meaning.cause.missing':
    'Le modèle n’est pas installé sur cette machine. Choisissez-en un autre, ou demandez à l’exploitant de lancer « netz doctor ».',
  'meaning.cause.unknown': 'Le modèle n’a pas donné de réponse utilisable ({code}). Réessayez.',
} as const
