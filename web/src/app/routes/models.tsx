import { may, useMe } from '@/api/me'
import { ModelsScreen } from '@/features/ai/ModelsScreen'
import { Reserved } from '../Reserved'

export default function ModelsRoute() {
  return may(useMe(), 'models.manage') ? <ModelsScreen /> : <Reserved />
}
