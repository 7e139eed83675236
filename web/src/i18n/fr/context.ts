export const context = {
  'context.about': 'À propos de : {title}',
  'context.not': 'Ne pas tenir compte de {title}',
  'context.elsewhere': '« {title} » n’y répond pas : la réponse vient d’ailleurs.',
  'context.ask': 'Poser une question sur ce document',
}
