import { may, useMe } from '@/api/me'
import { MeaningScreen } from '@/features/ai/meaning/MeaningScreen'
import { Reserved } from '../Reserved'

export default function MeaningRoute() {
  return may(useMe(), 'models.manage') ? <MeaningScreen /> : <Reserved />
}
