import { dayText, PageTitle, useChinese, useLang, useMessages } from '@guangyue/platform/ui'
import { Conditions, Materials, Section, Standing, Terms } from './service-parts.tsx'
import type { ServiceView } from './services.view.ts'
import { words } from './words.ts'

/** What is needed, on one page to print. */
export function ChecklistPage(view: ServiceView) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  const { item, body, today } = view
  return (
    <div className="wrap checklist">
      <PageTitle
        title={
          <>
            <span lang={zh}>{item.name}</span>　{say('checklist')}
          </>
        }
      >
        {say('checklist.lead')}
      </PageTitle>
      <p className="meta row">
        <span lang={zh}>{body}</span>
        <span>{say('checklist.on', { day: dayText(today, lang) })}</span>
      </p>
      <Standing {...view} />
      <Section id="who" title={say('who')}>
        <p lang={zh}>{item.who}</p>
      </Section>
      {item.conditions.length > 0 && (
        <Section id="conditions" title={say('conditions')}>
          <Conditions conditions={item.conditions} />
        </Section>
      )}
      <Section id="materials" title={say('materials')}>
        <Materials materials={item.materials} />
      </Section>
      <Section id="terms" title={say('terms')}>
        <Terms {...view} />
      </Section>
      <Section id="fee" title={say('fee')}>
        <p lang={zh}>{item.fee.text}</p>
      </Section>
    </div>
  )
}
