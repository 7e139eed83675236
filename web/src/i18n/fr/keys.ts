/** API keys beyond making and revoking: searching, a new secret, what the workspace allows. */
export const keys = {
  'keys.search': 'Chercher',
  'keys.searchHint': 'Nom, début de clé ou membre',
  'keys.state': 'Montrer',
  'keys.stateAll': 'Toutes les clés',
  'keys.state.expiring': 'Celles qui expirent bientôt',
  'keys.state.unused': 'Inutilisées depuis 90 jours',
  'keys.noneFound': 'Aucune clé ne correspond.',
  'keys.from': 'depuis {address}',
  'keys.oldUntil': 'L’ancien secret fonctionne jusqu’au {date}',
  'keys.revokeName': 'Révoquer {name}',
  'keys.rotate': 'Renouveler',
  'keys.rotateName': 'Renouveler {name}',
  'keys.rotateTitle': 'Un nouveau secret pour « {name} » ?',
  'keys.rotateText':
    'La clé garde son nom et ses droits. Remplacez le secret dans vos outils avant que l’ancien cesse de fonctionner.',
  'keys.overlap': 'L’ancien secret fonctionne encore',
  'keys.overlapNone': 'Pas du tout',
  'keys.hours': { one: '{count} heure', other: '{count} heures' },
  'keys.longest': { one: 'Au plus {count} jour ici', other: 'Au plus {count} jours ici' },
  'keys.notAllowed':
    'Dans cet espace, seuls les administrateurs créent des clés. Demandez-en une à l’un d’eux.',
  'keys.policy': 'Règles de l’espace',
  'keys.policyText': 'Elles valent pour les nouvelles clés et les nouveaux secrets.',
  'keys.maxDays': 'Validité maximale, en jours',
  'keys.maxDaysHint': 'Laissez vide pour ne pas la limiter.',
  'keys.outlasting': {
    one: '{count} clé existante dure plus longtemps : faites-la renouveler ou révoquez-la.',
    other: '{count} clés existantes durent plus longtemps : faites-les renouveler ou révoquez-les.',
  },
  'keys.adminsOnly': 'Seuls les administrateurs créent des clés',
  'keys.policySaved': 'Les règles sont enregistrées.',
}
