export const offline = {
  'offline.since':
    'Offline: showing what was read on {time}. You can read and write; all else waits for the net.',
  'offline.now':
    'Offline: you can read what was opened before, and write; all else waits for the net.',
  'offline.see': 'Readable offline',
  'offline.newVersion': 'A new version is ready. Your draft is kept.',
  'offline.reload': 'Reload',
  'offline.title': 'Readable offline',
  'offline.text':
    'The latest conversations and documents that you opened on this device. All of it is erased when you sign out.',
  'offline.search': 'Search in what was read',
  'offline.conversations': 'Conversations read',
  'offline.documents': 'Documents read',
  'offline.readAt': 'Read on {time}',
  'offline.none': 'Nothing has been kept on this device yet.',
  'offline.noneText':
    'Open a conversation or a document while online: you will find it here without the net.',
  'offline.nothing': 'Nothing that was read has these words.',
  'offline.nothingText': 'Try fewer words, or search again while online.',
  'offline.noSignOut': 'Signing out waits for the net.',

  'pull.reading': 'Reading again',
  'waiting.title': { one: '{count} waiting to be sent', other: '{count} waiting to be sent' },
  'waiting.forNet': 'Waits for the net; it will go by itself, once.',
  'waiting.going': 'Goes in a moment.',
  'waiting.unsure':
    'Was already on its way when the net failed. It is checked when the net is back, and nothing is sent twice; until then it can’t be changed.',
  'waiting.refused': 'Was not accepted. Change it or withdraw it.',
  'waiting.withdraw': 'Withdraw',
  'waiting.to.messages': 'Message to the people',
  'waiting.to.notes': 'Internal note',
  'waiting.words': 'Waiting text',
  'waiting.left': 'It has left already: it can’t be changed any more.',
  'waiting.answered': 'A waiting question has been sent. Its answer is in your conversations.',
  'waiting.leaveTitle': 'Some of what you wrote is still waiting',
  'waiting.leaveText': {
    one: '{count} text has not been sent yet. If you sign out, it is erased from this device.',
    other:
      '{count} texts have not been sent yet. If you sign out, they are erased from this device.',
  },
  'waiting.leave': 'Erase and sign out',
}
