export const context = {
  'context.about': 'About: {title}',
  'context.not': 'Leave {title} out of account',
  'context.elsewhere': '“{title}” doesn’t answer it: the answer comes from elsewhere.',
  'context.ask': 'Ask about this document',
}
