/** What was learned of the person. */
export const habits = {
  'habits.title': 'What NETZ AI has learned',
  'habits.text':
    'What you use, from your own acts. No screen shows it to others, and nothing passes from one company to another. An export of the workspace holds it.',
  'habits.learning': 'Learn from what I do',
  'habits.learningText':
    'The questions that you ask and the people whom you call on. What is not used any more fades by itself.',
  'habits.learningOn': 'NETZ AI may learn',
  'habits.kept': 'Nothing has changed: what was chosen before still holds.',
  'habits.nothing': 'Nothing has been learned yet',
  'habits.nothingText':
    'After your next questions, the topics and documents that you use will be here, with the reason.',
  'habits.topics': 'Topics',
  'habits.topicsText': 'The folders that your answers come from.',
  'habits.documents': 'Documents',
  'habits.documentsText': 'Those that your answers rest on.',
  'habits.colleagues': 'Colleagues',
  'habits.colleaguesText': 'Those whom you mention, or give a request to.',
  'habits.why.topic': {
    one: 'One question, {ago}',
    other: '{count} questions, the last {ago}',
  },
  'habits.why.document': {
    one: 'Cited for you once, {ago}',
    other: 'Cited for you {count} times, last {ago}',
  },
  'habits.why.colleague': {
    one: 'Called on once, {ago}',
    other: 'Called on {count} times, last {ago}',
  },
  'habits.off': 'off',
  'habits.turnOff': 'Switch off',
  'habits.turnOffNamed': 'Switch off {name}',
  'habits.turnOn': 'Switch on',
  'habits.turnOnNamed': 'Switch on {name}',
  'habits.rename': 'Rename {name}',
  'habits.name': 'Name of the topic',
  'habits.nameText': 'For you alone. Leave it empty to take the folder’s name again.',
  'habits.nameKept': 'Your text is still here; it is not saved.',
  'habits.erase': 'Erase {name}',
  'habits.erased': '“{name}” is erased.',
  'habits.eraseAll': 'Erase everything',
  'habits.eraseAllAsk': 'Erase everything that was learned?',
  'habits.eraseAllText':
    'Topics, documents, colleagues and the names that you gave are gone for good. Your conversations stay.',
  'habits.eraseAllConfirm': 'Erase it all for good',
  'habits.erasedAll': 'Everything that was learned is erased.',
} as const
