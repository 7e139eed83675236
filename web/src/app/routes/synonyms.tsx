import { may, useMe } from '@/api/me'
import { SynonymsScreen } from '@/features/knowledge/SynonymsScreen'
import { Reserved } from '../Reserved'

export default function SynonymsRoute() {
  return may(useMe(), 'settings.manage') ? <SynonymsScreen /> : <Reserved />
}
