/** Passkeys and security keys: between the server's JSON and what the browser wants and gives. */
import { Problem, isAbort } from '@/api/problem'

export interface CreationOptions {
  publicKey: PublicKeyCredentialCreationOptionsJSON
}
export interface RequestOptions {
  publicKey: PublicKeyCredentialRequestOptionsJSON
}
/** What a device signed, as the server reads it. */
export type SignedCredential = Record<string, unknown>

/** False in old browsers and on pages that are not served securely. */
export function passkeysAvailable(): boolean {
  return typeof window.PublicKeyCredential === 'function'
}

/** Whether the browser can offer passkeys in the e-mail field's own suggestions. */
export async function suggestionsAvailable(): Promise<boolean> {
  if (!passkeysAvailable()) return false
  // Older browsers lack it, whatever their types say.
  const asked = PublicKeyCredential as Partial<typeof PublicKeyCredential>
  return (await asked.isConditionalMediationAvailable?.()) ?? false
}

function bytesOf(text: string): ArrayBuffer {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(binary, (char) => char.charCodeAt(0)).buffer
}

function textOf(bytes: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(bytes))
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

function descriptors(
  given: PublicKeyCredentialDescriptorJSON[] | undefined,
): PublicKeyCredentialDescriptor[] {
  return (given ?? []).map(({ id, transports }) => ({
    type: 'public-key',
    id: bytesOf(id),
    ...(transports ? { transports: transports as AuthenticatorTransport[] } : {}),
  }))
}

/** Why a device gave nothing: given up, known already, or not possible here. */
function refusalOf(error: unknown): unknown {
  if (isAbort(error) || !(error instanceof DOMException)) return error
  if (error.name === 'NotAllowedError') return new Problem({ code: 'passkey.cancelled' }, 400)
  if (error.name === 'InvalidStateError') return new Problem({ code: 'passkey.known' }, 400)
  return new Problem({ code: 'passkey.unavailable' }, 400)
}

/** Makes a new passkey or registers a security key. */
export async function createCredential({ publicKey }: CreationOptions): Promise<SignedCredential> {
  const options = {
    ...publicKey,
    challenge: bytesOf(publicKey.challenge),
    user: { ...publicKey.user, id: bytesOf(publicKey.user.id) },
    excludeCredentials: descriptors(publicKey.excludeCredentials),
  } as PublicKeyCredentialCreationOptions
  try {
    const made = (await navigator.credentials.create({ publicKey: options })) as PublicKeyCredential
    const response = made.response as AuthenticatorAttestationResponse
    return {
      id: made.id,
      rawId: textOf(made.rawId),
      type: made.type,
      authenticatorAttachment: made.authenticatorAttachment,
      clientExtensionResults: made.getClientExtensionResults(),
      response: {
        clientDataJSON: textOf(response.clientDataJSON),
        attestationObject: textOf(response.attestationObject),
        transports: response.getTransports(),
      },
    }
  } catch (error) {
    throw refusalOf(error)
  }
}

interface UseChoices {
  /** Only in the field's suggestions: no window opens by itself. */
  suggested?: boolean
  signal?: AbortSignal
}

/** Lets the person use a passkey or security key. */
export async function proveWithCredential(
  { publicKey }: RequestOptions,
  { suggested = false, signal }: UseChoices = {},
): Promise<SignedCredential> {
  const options = {
    ...publicKey,
    challenge: bytesOf(publicKey.challenge),
    allowCredentials: descriptors(publicKey.allowCredentials),
  } as PublicKeyCredentialRequestOptions
  try {
    const used = (await navigator.credentials.get({
      publicKey: options,
      ...(suggested ? { mediation: 'conditional' } : {}),
      ...(signal ? { signal } : {}),
    })) as PublicKeyCredential
    const response = used.response as AuthenticatorAssertionResponse
    return {
      id: used.id,
      rawId: textOf(used.rawId),
      type: used.type,
      authenticatorAttachment: used.authenticatorAttachment,
      clientExtensionResults: used.getClientExtensionResults(),
      response: {
        clientDataJSON: textOf(response.clientDataJSON),
        authenticatorData: textOf(response.authenticatorData),
        signature: textOf(response.signature),
        userHandle: response.userHandle ? textOf(response.userHandle) : null,
      },
    }
  } catch (error) {
    throw refusalOf(error)
  }
}
