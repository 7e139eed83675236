export const importing = {
  'imports.action': 'Import…',
  'imports.title': 'Import conversations',
  'imports.text':
    'Bring your conversations from ChatGPT or Open WebUI. They keep their titles and dates, and no other member can read them.',
  'imports.file': 'File to import',
  'imports.choose': 'Choose a file or drop it here',
  'imports.hint': 'ChatGPT’s .zip or .json, Open WebUI’s .json. 100 MB at most.',
  'imports.where.chatgpt': 'Where is ChatGPT’s export?',
  'imports.chatgpt.1': 'In ChatGPT, open Settings, then Data controls.',
  'imports.chatgpt.2': 'Next to “Export data”, choose Export and confirm.',
  'imports.chatgpt.3':
    'A message with a link comes later, within days at most; the link works for 24 hours.',
  'imports.chatgpt.4':
    'Choose the downloaded .zip here. If it is too large, unpack it and choose conversations.json (or conversations-000.json and the following, one by one).',
  'imports.where.openwebui': 'Where is Open WebUI’s export?',
  'imports.openwebui.1': 'In Open WebUI, open Settings, then Data Controls.',
  'imports.openwebui.2': 'Choose Export Chats: a .json file is downloaded.',
  'imports.openwebui.3': 'Choose this file here.',
  'imports.start': 'Import',
  'imports.sending': 'Sending the file…',
  'imports.reading': 'Reading the conversations…',
  'imports.tooLarge': 'This file is larger than 100 MB',
  'imports.tooLargeHint':
    'Nothing was sent. Unpack the .zip and choose conversations.json, which holds the texts without the pictures.',
  'imports.kept':
    'What you have here is unchanged. Importing the same file again makes nothing twice.',
  'imports.created': {
    one: '{count} conversation imported',
    other: '{count} conversations imported',
  },
  'imports.none': 'Nothing new in this file',
  'imports.already': { one: '{count} was here already', other: '{count} were here already' },
  'imports.skipped': { one: '{count} was left out', other: '{count} were left out' },
  'imports.shortened': {
    one: '{count} message longer than 100,000 characters was cut',
    other: '{count} messages longer than 100,000 characters were cut',
  },
  'imports.note': 'They are sorted by their own dates, and marked as imported.',
  'imports.leftOut': 'Conversations left out',
  'imports.more': { one: 'and {count} other', other: 'and {count} others' },
  'imports.reason.empty': 'without any message',
  'imports.reason.unreadable': 'damaged',
  'imports.reason.too_large': 'too large',
  'imports.reason.too_many_messages': 'more than 2,000 messages',
  'imports.another': 'Import another file',
  'imports.from': 'Imported from {origin}',
  'imports.closed': 'Imported from {origin}, for reading only.',
  'imports.closedCompany':
    'You belong to another company since: this conversation is for reading only.',
  'imports.ask': 'Ask a new question',
  'filing.outcome.imported': 'Imported from elsewhere',
}
