export const meaning = {
  'meaning.text':
    'The assistant also finds passages that say the same thing in other words. Search by words always stays on.',
  'meaning.inUse': 'Current setting',
  'meaning.builtin': 'Built-in model',
  'meaning.builtinFacts': 'French and English, {size}. Nothing leaves this machine.',
  'meaning.builtinFactsNoSize': 'French and English. Nothing leaves this machine.',
  'meaning.builtinMissing': 'This copy of the program came without it.',
  'meaning.onnx': 'The installation’s model',
  'meaning.onnxFacts': 'It works on this machine: nothing leaves it.',
  'meaning.endpoint': 'Your own service',
  'meaning.endpointOfInstallation': 'The installation’s service',
  'meaning.off': 'Off',
  'meaning.offFacts':
    'Search is by words only: a question asked in other words than the documents’ may stay without an answer.',
  'meaning.sent':
    'Passages and questions are sent to this service. Social security numbers, IBANs, cards, phones and e-mail addresses are replaced before they leave this machine.',
  'meaning.unusable': 'By words only, for now',
  'meaning.unusableBuiltin':
    'The built-in model is not installed: this copy of the program came without it. Nothing is lost; choose a service below, or ask the operator to install the program again.',
  'meaning.unusableOther':
    'The model set by the installation cannot be used. Nothing is lost; ask the operator to run “netz doctor”, or choose another model below.',
  'meaning.fromInstallation': 'Set by the installation',
  'meaning.fromWorkspace': 'Chosen for this workspace',
  'meaning.identifier': 'Identifier: {model}',
  'meaning.dimensions': '{dimensions} dimensions',
  'meaning.keySet': 'A key is set.',
  'meaning.index': 'Reading of the passages',
  'meaning.ready': 'Up to date',
  'meaning.readyText': {
    one: '{count} passage can be found by its meaning.',
    other: '{count} passages can be found by their meaning.',
  },
  'meaning.lastBuilt': 'All read on {date}.',
  'meaning.starting': 'Reading is about to begin',
  'meaning.startingText': 'It runs in the background; you may leave this page.',
  'meaning.empty': 'No passages yet',
  'meaning.emptyText': 'Add documents: their passages are read at once.',
  'meaning.catchingUp': 'New passages are coming in',
  'meaning.catchingUpText': 'Until they are read, they are found by words.',
  'meaning.first': 'Reading',
  'meaning.firstText':
    'Passages already read are found by meaning, the others by words. You may leave this page.',
  'meaning.switching': 'Reading with the new model',
  'meaning.switchingText':
    'Until then, search goes on with the old one: {model}. You may leave this page.',
  'meaning.stopped': 'Reading stopped',
  'meaning.failed': 'Reading failed',
  'meaning.keptDone': {
    one: '{count} passage already read is kept.',
    other: '{count} passages already read are kept.',
  },
  'meaning.goesOnOld': 'Search goes on with the old model: {model}.',
  'meaning.goesOnWords': 'Search is by words meanwhile.',
  'meaning.resumeHint': 'Resuming goes on where reading stopped.',
  'meaning.stuck': 'New passages could not be read',
  'meaning.stuckText':
    'Passages already read stay in use; new ones are found by words. Another try is made when the setting below is saved, when documents are added, and every day.',
  'meaning.progress': '{done} of {total} passages read',
  'meaning.speed': '{count} a second',
  'meaning.left': 'about {time} left',
  'meaning.stop': 'Stop reading',
  'meaning.resume': 'Resume reading',
  'meaning.rebuild': 'Read all again',
  'meaning.rebuildTitle': 'Read all passages again?',
  'meaning.rebuildText': {
    one: 'The passage is read again in the background. Until then, it is found by words.',
    other:
      'The {count} passages are read again in the background. Those not read yet are found by words.',
  },
  'meaning.choose': 'Choose the model',
  'meaning.default': 'The installation’s setting',
  'meaning.defaultHint': 'Follows what the operator has set; with nothing set, the built-in model.',
  'meaning.endpointHint': 'An OpenAI-compatible address, at a provider or on your premises.',
  'meaning.offHint': 'Search is by words only.',
  'meaning.key': 'Access key',
  'meaning.keyOptional': 'Leave empty if the service asks for none.',
  'meaning.keyKeep': 'Leave empty to keep the key that is set.',
  'meaning.keyReplace': 'Replace the key',
  'meaning.keyRemove': 'Remove the key',
  'meaning.keyGone': 'The key will be removed when you save.',
  'meaning.keyRestore': 'Keep the key',
  'meaning.testOk': 'The model answers in {time}',
  'meaning.changeTitle': 'Change the model?',
  'meaning.changeText': {
    one: 'The documents’ passage will be read again with the new model, in the background.',
    other:
      'The documents’ {count} passages will be read again with the new model, in the background.',
  },
  'meaning.changeTextAll':
    'All passages of the documents will be read again with the new model, in the background.',
  'meaning.changeMaybe':
    'If the installation uses another model, all passages of the documents will be read again, in the background.',
  'meaning.changeMaybeCount': {
    one: 'If the installation uses another model, the documents’ passage will be read again, in the background.',
    other:
      'If the installation uses another model, the documents’ {count} passages will be read again, in the background.',
  },
  'meaning.changeMeanwhile': 'Until then, search goes on as it does now.',
  'meaning.changeSent':
    'They will be sent to {host}, identifiers replaced if they leave this machine.',
  'meaning.change': 'Change the model',
  'meaning.offTitle': 'Turn search by meaning off?',
  'meaning.offText':
    'Search will at once be by words only. To turn it on again later, all passages will have to be read again.',
  'meaning.turnOff': 'Turn off',
  'meaning.cause.model.timeout':
    'The service did not answer in time. Check that it is not overloaded, then try again.',
  'meaning.cause.model.rate_limited':
    'The provider limits the number of requests. Try again later, or ask for a higher limit.',
  'meaning.cause.model.quota':
    'The account has no credit left at the provider. Check the billing of the account that the key belongs to.',
  'meaning.cause.model.refused':
    'The service refused the request. Check that this is a model that makes vectors.',
  'meaning.cause.model.malformed':
    'The service’s answer is unreadable. Check that the address is an OpenAI-compatible API, which often ends with /v1.',
  'meaning.cause.model.auth':
    'The provider refuses the key. Check the key, and that it gives access to this model.',
  'meaning.cause.model.not_found':
    'The service does not know this model. Check its name and the address; with Ollama, pull the model first.',
  'meaning.cause.model.too_long':
    'A passage is longer than the model accepts. Choose a model that reads longer texts.',
  'meaning.cause.model.rejected':
    'The service rejected the request. Check the model’s name, and that it makes vectors.',
  'meaning.cause.model.unavailable':
    'The service has an outage. Nothing to do on your side; try again later.',
  'meaning.cause.model.unreachable':
    'The service cannot be reached. Check the address, and that it runs and is reachable from this machine.',
  'meaning.cause.model.blocked':
    'This address is not allowed. Use a public https address, or ask the operator to allow this host (NETZ_LOCAL_MODEL_HOSTS).',
  'meaning.cause.embeddings.dimensions':
    'The model answers with vectors of another size than before: it has changed behind the same address. Read all passages again.',
  'meaning.cause.missing':
    'The model is not installed on this machine. Choose another one, or ask the operator to run “netz doctor”.',
  'meaning.cause.unknown': 'The model gave no usable answer ({code}). Try again.',
}
