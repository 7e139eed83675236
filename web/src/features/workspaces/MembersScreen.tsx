import { Button, Tabs } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Member } from '@/api/types'
import { Page } from '@/components/Page'
import { IconPlus } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { CompanyList } from './CompanyList'
import { InvitationList } from './InvitationList'
import { InviteDialog } from './InviteDialog'
import { MemberList } from './MemberList'
import { MemberPanel } from './MemberPanel'
import classes from './Rows.module.css'

interface MembersScreenProps {
  ownId: string
  canManage: boolean
  canSeeCompanies: boolean
  canAddCompanies: boolean
  /** Who looks after security sees second factors, and takes lost ones away. */
  canSecure: boolean
  /** What else can be done with many members. */
  tools: ReactNode
  /** Shows the workspace as the member sees it. */
  onPreview: (member: Member) => void
  /** What a member can see, beside the list. */
  renderAccess: (member: Member, close: () => void) => ReactNode
}

export function MembersScreen(props: MembersScreenProps) {
  const { ownId, canManage, canSeeCompanies, canAddCompanies, canSecure } = props
  const { t } = useTranslation()
  const [inviting, setInviting] = useState(false)
  const [shown, setShown] = useState<Member | null>(null)
  const [access, setAccess] = useState(false)
  const open = (member: Member) => {
    setAccess(false)
    setShown(member)
  }
  return (
    <div className={classes.beside}>
      <div className={classes.main}>
        <Page
          wide
          title={t('members.title')}
          description={t('members.text')}
          actions={
            canManage && (
              <>
                {props.tools}
                <Button leftSection={<IconPlus size={16} />} onClick={() => setInviting(true)}>
                  {t('members.invite')}
                </Button>
              </>
            )
          }
        >
          <Tabs defaultValue="people" keepMounted={false}>
            <Tabs.List mb="md">
              <Tabs.Tab value="people">{t('members.tabPeople')}</Tabs.Tab>
              {canManage && <Tabs.Tab value="invitations">{t('members.tabInvitations')}</Tabs.Tab>}
              {canSeeCompanies && (
                <Tabs.Tab value="companies">{t('members.tabCompanies')}</Tabs.Tab>
              )}
            </Tabs.List>
            <Tabs.Panel value="people">
              <MemberList
                ownId={ownId}
                canManage={canManage}
                canSeeCompanies={canSeeCompanies}
                canSeeFactors={canSecure}
                onOpen={open}
              />
            </Tabs.Panel>
            {canManage && (
              <Tabs.Panel value="invitations">
                <InvitationList />
              </Tabs.Panel>
            )}
            {canSeeCompanies && (
              <Tabs.Panel value="companies">
                <CompanyList canAdd={canAddCompanies} />
              </Tabs.Panel>
            )}
          </Tabs>
          {inviting && <InviteDialog onClose={() => setInviting(false)} />}
        </Page>
      </div>
      {shown && access && props.renderAccess(shown, () => setAccess(false))}
      {shown && !access && (
        <MemberPanel
          key={shown.id}
          member={shown}
          own={shown.id === ownId}
          canManage={canManage}
          canResetFactors={canSecure}
          onClose={() => setShown(null)}
          onAccess={() => setAccess(true)}
          onPreview={() => props.onPreview(shown)}
        />
      )}
    </div>
  )
}
