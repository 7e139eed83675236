export const saved = {
  'saved.menu': 'Filtres enregistrés',
  'saved.menuNow': 'Filtres enregistrés : {name}',
  'saved.none': 'Aucun filtre enregistré pour cette liste.',
  'saved.failed': 'Vos filtres n’ont pas pu être chargés.',
  'saved.save': 'Enregistrer ce filtre…',
  'saved.delete': 'Supprimer « {name} »',
  'saved.deleted': 'Filtre « {name} » supprimé. La liste reste telle quelle.',
  'saved.done': 'Filtre « {name} » enregistré.',
  'saved.name': 'Nom du filtre',
  'saved.nameHint':
    'Recherche, filtres et tri sont gardés, pour vous seul, sur tous vos appareils.',
  'saved.replaces': 'Remplace votre filtre de ce nom.',
  'saved.kept': 'Le nom et les filtres sont conservés ici.',
} as const
