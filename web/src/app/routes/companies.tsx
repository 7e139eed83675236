import { may, useMe } from '@/api/me'
import { CompaniesScreen } from '@/features/admin/CompaniesScreen'
import { Reserved } from '../Reserved'

export default function CompaniesRoute() {
  return may(useMe(), 'companies.manage') ? <CompaniesScreen /> : <Reserved />
}
