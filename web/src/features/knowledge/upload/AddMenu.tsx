import { Button, Menu } from '@mantine/core'
import { useRef, type ChangeEvent } from 'react'
import { IconFile, IconFolder, IconUpload } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { chosenFiles } from './entries'
import { uploadQueue } from './useUploads'

/** Known to every browser, but not to the types of React. */
const WHOLE_FOLDER = { webkitdirectory: '' }

/** Chooses files or a whole folder; dropping them on the page does the same. */
export function AddMenu() {
  const { t } = useTranslation()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)

  function onChange(event: ChangeEvent<HTMLInputElement>): void {
    const input = event.currentTarget
    if (input.files) uploadQueue.add(chosenFiles(input.files))
    // The same files can be chosen again.
    input.value = ''
  }

  const hidden = { type: 'file', hidden: true, multiple: true, onChange }
  return (
    <>
      <Menu position="bottom-end" width={220} shadow="md">
        <Menu.Target>
          <Button leftSection={<IconUpload size={16} />}>{t('documents.add')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFile size={16} />} onClick={() => files.current?.click()}>
            {t('documents.addFiles')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFolder size={16} />} onClick={() => folder.current?.click()}>
            {t('documents.addFolder')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input {...hidden} ref={files} aria-label={t('documents.addFiles')} />
      <input {...hidden} ref={folder} aria-label={t('documents.addFolder')} {...WHOLE_FOLDER} />
    </>
  )
}
