import type { Role } from '@/api/types'

/** From least to most power, as a person would choose. */
export const ROLES: Role[] = ['guest', 'agent', 'admin']
