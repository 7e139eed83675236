export const importing = {
  'imports.action': 'Importer…',
  'imports.title': 'Importer des conversations',
  'imports.text':
    'Reprenez vos conversations de ChatGPT ou d’Open WebUI. Elles gardent leurs titres et leurs dates, et aucun autre membre ne peut les lire.',
  'imports.file': 'Fichier à importer',
  'imports.choose': 'Choisissez un fichier ou déposez-le ici',
  'imports.hint': 'Le .zip ou le .json de ChatGPT, le .json d’Open WebUI. 100 Mo au plus.',
  'imports.where.chatgpt': 'Où trouver l’export de ChatGPT ?',
  'imports.chatgpt.1': 'Dans ChatGPT, ouvrez Paramètres, puis Gestion des données.',
  'imports.chatgpt.2': 'À côté de « Exporter les données », choisissez Exporter et confirmez.',
  'imports.chatgpt.3':
    'Un message avec un lien arrive plus tard, en quelques jours au plus ; le lien vaut 24 heures.',
  'imports.chatgpt.4':
    'Choisissez ici le .zip téléchargé. S’il est trop gros, décompressez-le et choisissez conversations.json (ou conversations-000.json et les suivants, un par un).',
  'imports.where.openwebui': 'Où trouver l’export d’Open WebUI ?',
  'imports.openwebui.1': 'Dans Open WebUI, ouvrez Réglages, puis Gestion des données.',
  'imports.openwebui.2': 'Choisissez l’export des conversations : un fichier .json se télécharge.',
  'imports.openwebui.3': 'Choisissez ce fichier ici.',
  'imports.start': 'Importer',
  'imports.sending': 'Envoi du fichier…',
  'imports.reading': 'Lecture des conversations…',
  'imports.tooLarge': 'Ce fichier dépasse 100 Mo',
  'imports.tooLargeHint':
    'Rien n’a été envoyé. Décompressez le .zip et choisissez conversations.json, qui contient les textes sans les images.',
  'imports.kept':
    'Ce que vous avez ici n’a pas changé. Réimporter le même fichier ne crée aucun doublon.',
  'imports.created': {
    one: '{count} conversation importée',
    other: '{count} conversations importées',
  },
  'imports.none': 'Rien de nouveau dans ce fichier',
  'imports.already': { one: '{count} était déjà là', other: '{count} étaient déjà là' },
  'imports.skipped': { one: '{count} laissée de côté', other: '{count} laissées de côté' },
  'imports.shortened': {
    one: '{count} message de plus de 100 000 caractères a été coupé',
    other: '{count} messages de plus de 100 000 caractères ont été coupés',
  },
  'imports.note': 'Elles sont classées à leurs propres dates et signalées comme importées.',
  'imports.leftOut': 'Conversations laissées de côté',
  'imports.more': { one: 'et {count} autre', other: 'et {count} autres' },
  'imports.reason.empty': 'sans aucun message',
  'imports.reason.unreadable': 'abîmée',
  'imports.reason.too_large': 'trop volumineuse',
  'imports.reason.too_many_messages': 'plus de 2 000 messages',
  'imports.another': 'Importer un autre fichier',
  'imports.from': 'Importée de {origin}',
  'imports.closed': 'Importée de {origin}, en lecture seule.',
  'imports.closedCompany':
    'Vous avez changé d’entreprise depuis : cette conversation est en lecture seule.',
  'imports.ask': 'Poser une nouvelle question',
  'filing.outcome.imported': 'Importée d’ailleurs',
}
