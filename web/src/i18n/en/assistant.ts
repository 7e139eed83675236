export const assistant = {
  'assistant.title': 'Assistant',
  'welcome.title': 'Ask your question',
  'welcome.greeting': 'Hello {name}',
  'welcome.text':
    'Ask your question: the answer comes from your documents, and every sentence shows its source.',
  'welcome.suggestions': 'To get started',

  'composer.label': 'Your question',
  'composer.placeholder': 'Ask your question…',
  'composer.send': 'Send',
  'composer.stop': 'Stop',
  'composer.hint': 'Answers are written by an AI. Check their sources.',

  'thread.you': 'Your question:',
  'thread.searching': 'Searching your documents…',
  'thread.writing': 'Writing…',
  'thread.stopped': 'Answer stopped.',
  'thread.discard': 'Clear',
  'thread.kept': 'Your question is kept here.',

  'answer.label': 'Answer',
  'answer.notice': 'Answer written by an AI',
  'answer.unsure':
    'Not certain: these passages may say the same in other words. Check that they are about your situation, or hand the question over.',
  'answer.fallback': 'model unavailable, quoted from the documents',
  'answer.cached': 'asked before',
  'answer.openSource': 'Source {index}: {title}',
  'answer.sources': 'Sources',
  'answer.unsupported': 'No document confirms this sentence.',
  'answer.copy': 'Copy the answer',
  'answer.retry': 'Ask again',
  'answer.next': 'Next questions',

  'refusal.title': 'I did not find the answer in your documents.',
  'refusal.nearest': 'The nearest documents',

  'handover.action': 'Pass to support',
  'handover.note': 'Anything to add for the technician? (optional)',
  'handover.noteHint': 'Your question and this conversation are attached.',
  'handover.send': 'Pass it on',
  'handover.kept': 'Your message is kept here.',
  'handover.doneTitle': 'Your request has been passed on.',
  'handover.doneText': 'A technician will read it and reply. There is nothing more to do.',

  'rating.up': 'Useful answer',
  'rating.down': 'Could be better',
  'rating.comment': 'What was missing?',
  'rating.send': 'Send feedback',
  'rating.skip': 'Skip',
  'rating.thanks': 'Thank you, your feedback is saved.',

  'conversations.title': 'Conversations',
  'conversations.empty': 'Your conversations will appear here.',
  'conversations.failed': 'Conversations could not be loaded.',
  'conversations.untitled': 'Untitled',

  'source.page': 'page {page}',
}
