export const saved = {
  'saved.menu': 'Saved filters',
  'saved.menuNow': 'Saved filters: {name}',
  'saved.none': 'No filter saved for this list.',
  'saved.failed': 'Your filters could not be loaded.',
  'saved.save': 'Save this filter…',
  'saved.delete': 'Delete “{name}”',
  'saved.deleted': 'Filter “{name}” deleted. The list stays as it is.',
  'saved.done': 'Filter “{name}” saved.',
  'saved.name': 'Name of the filter',
  'saved.nameHint': 'Search, filters and sort are kept, for you alone, on all your devices.',
  'saved.replaces': 'Replaces your filter of that name.',
  'saved.kept': 'The name and the filters are kept here.',
}
