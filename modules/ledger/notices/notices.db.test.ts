import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { documentText, type PrintedDocument } from '@guangyue/kernel/gazette-print'
import { parseIssue } from '@guangyue/kernel/gazette-text'
import { readSource } from '@guangyue/modules/gazette/source'
import { createAccount, peopleOfRole } from '@guangyue/modules/identity'
import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { saveCharge } from '../charges/service.ts'
import { closePeriod, openPeriod, saveScheme } from '../dispatch/periods.ts'
import { loadNotice, loadNoticeFile, loadNotices } from '../pages/notices.loader.ts'
import { onPeriodClosed } from '../scores/service.ts'
import { confirmMeasures } from '../service/confirm.ts'
import { type TestLedger, testLedger } from '../test-ledger.ts'
import { replyToNotice, takeNotice } from './answer.ts'
import { composeNotices, noticeChoices } from './compose.ts'
import type { NoticeContent } from './content.ts'
import { NoticeNotPublished, NoticeStepNotPossible, NoticeUnknown, OwnNotice } from './errors.ts'
import { issueNotice, publishNotice, reviewNotice, saveNotice } from './service.ts'
import { onNoticeIssued, onNoticeReplied } from './tell.ts'
import { noticesView, noticeView, readNoticeFile } from './views.ts'

let ledger: TestLedger
let writer: Ctx
let reviewer: Ctx
let police: string
let finance: string

before(async () => {
  ledger = await testLedger()
  writer = await ledger.as('supervision')
  reviewer = await ledger.as('supervision')
  police = await ledger.bodyId('市公安局')
  finance = await ledger.bodyId('市财政局')
  const documentId = await ledger.draft(
    { path: '一', title: '压缩开办时间', due: '2021-07-01' },
    { path: '二', title: '上线一窗通', leads: ['市财政局'], due: '2021-07-09' },
  )
  await confirmMeasures(writer, { documentId })
})
after(() => ledger.place.drop())

async function order(): Promise<string> {
  const { ids } = await composeNotices(writer, { kind: 'order', units: [{ id: writer.newId(), bodyId: police }] })
  return ids[0] ?? ''
}

async function reviewed(): Promise<string> {
  const id = await order()
  await reviewNotice(reviewer, { id, version: 1 })
  return id
}

/** A text as it stands, with something changed. */
async function withText(id: string, part: Partial<NoticeContent>) {
  const { content, series, version } = await noticeView(writer, id)
  return { id, version, series, content: { ...content, ...part } as NoticeContent }
}

test('composed from what is late and near; a unit without such tasks is refused; the same id is the same notice', async () => {
  const { units } = await noticeChoices(writer)
  assert.deepEqual(
    units.map(({ unit, overdue, near }) => [unit.name, overdue, near]),
    [
      ['市公安局', 1, 0],
      ['市财政局', 0, 1],
    ],
  )
  const id = writer.newId()
  const wanted = { kind: 'order', units: [{ id, bodyId: police }] } as const
  await Promise.all(Array.from({ length: 5 }, () => composeNotices(writer, wanted)))
  assert.equal((await noticesView(writer, {})).items.filter((one) => one.id === id).length, 1)
  const { content, series, number, refusals } = await noticeView(writer, id)
  assert.deepEqual([series, number, refusals], ['试政督', null, []])
  assert.ok(JSON.stringify(content).includes('2021年7月13日前书面反馈'))
  assert.deepEqual(content.addressees, ['市公安局'])
  await assert.rejects(
    composeNotices(writer, { kind: 'order', units: [{ id: writer.newId(), bodyId: finance }] }),
    InputInvalid,
  )
  const head = await ledger.as('head', '市公安局')
  await assert.rejects(composeNotices(head, wanted), { code: 'access.action-not-allowed' })
})

test('whoever wrote the text does not review it; a text changed after review is reviewed anew', async () => {
  const id = await order()
  await assert.rejects(reviewNotice(writer, { id, version: 1 }), OwnNotice)
  await assert.rejects(issueNotice(writer, { id, version: 1 }), NoticeStepNotPossible)
  await reviewNotice(reviewer, { id, version: 1 })
  await saveNotice(reviewer, await withText(id, { title: '关于逾期任务再次督办的通知' }))
  await assert.rejects(reviewNotice(reviewer, { id, version: 3 }), OwnNotice)
  await assert.rejects(issueNotice(reviewer, { id, version: 3 }), NoticeStepNotPossible)
  await reviewNotice(writer, { id, version: 3 })
})

test('a new notice takes the letters that were set last, whatever ids the screens made', async () => {
  const compose = async (first: string) => {
    const id = `${first}${writer.newId().slice(1)}`
    await composeNotices(writer, { kind: 'order', units: [{ id, bodyId: police }] })
    return id
  }
  await compose('f')
  await saveNotice(writer, { ...(await withText(await compose('0'), {})), series: '新政督' })
  const later = await compose('8')
  assert.equal((await noticeView(writer, later)).series, '新政督')
  await saveNotice(writer, { ...(await withText(later, {})), series: '试政督' })
})

test('a stale edit gets both texts back, and nothing is overwritten', async () => {
  const id = await order()
  const mine = await withText(id, { title: '关于我的任务的通知' })
  await saveNotice(reviewer, await withText(id, { title: '关于别人任务的通知' }))
  await assert.rejects(saveNotice(writer, mine), (error) => {
    assert.ok(error instanceof StaleVersion)
    const { yours, current } = error.data as { yours: typeof mine; current: typeof mine }
    assert.deepEqual([yours.content.title, current.content.title], ['关于我的任务的通知', '关于别人任务的通知'])
    assert.equal(current.version, 2)
    return true
  })
})

test('five issued at once get five numbers without a gap; one issued five times gets one', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, reviewed))
  const numbers = await Promise.all(ids.map((id) => issueNotice(reviewer, { id, version: 2 })))
  assert.deepEqual(
    numbers.map(({ number }) => number).toSorted(),
    [1, 2, 3, 4, 5].map((n) => `试政督〔2021〕${n}号`),
  )
  const once = await reviewed()
  const tries = await Promise.allSettled(
    Array.from({ length: 5 }, () => issueNotice(reviewer, { id: once, version: 2 })),
  )
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.equal((await noticeView(writer, once)).number, '试政督〔2021〕6号')
})

test('what the layout refuses is told by field, and its number stays free', async () => {
  const last = async () => {
    const { rows } = await writer.city.pool.query(`select last from ledger_notice_series where series = '试政督'`)
    return rows[0]?.last ?? 0
  }
  const before = await last()
  const id = await order()
  await saveNotice(writer, await withText(id, { title: '没有文种', body: [{ kind: 'text', text: '' }] }))
  const fields = ['title', 'body.0']
  assert.deepEqual(
    (await noticeView(writer, id)).refusals.map(({ field }) => field),
    fields,
  )
  await reviewNotice(reviewer, { id, version: 2 })
  await assert.rejects(issueNotice(reviewer, { id, version: 3 }), (error) => {
    assert.ok(error instanceof InputInvalid)
    assert.deepEqual(
      (error.said.fields ?? []).map(({ field }) => field),
      fields,
    )
    return true
  })
  assert.equal(await last(), before)
  const { state, number } = await noticeView(writer, id)
  assert.deepEqual([state, number], ['reviewed', null])
  await assert.rejects(saveNotice(writer, { ...(await withText(id, {})), series: '1号' }), InputInvalid)
})

test('the files say number, title, day and whom; units read theirs and nobody else; an issued one never changes', async () => {
  const id = await reviewed()
  const officer = await ledger.as('officer', '市公安局')
  await assert.rejects(noticeView(officer, id), NoticeUnknown)
  const { number } = await issueNotice(reviewer, { id, version: 2 })
  assert.deepEqual((await noticeView(officer, id)).may, [])
  await assert.rejects(noticeView(await ledger.as('officer', '市财政局'), id), NoticeUnknown)
  assert.ok((await noticesView(officer, {})).items.every(({ state }) => state === 'issued'))

  const docx = await readNoticeFile(officer, { id, kind: 'docx' })
  assert.equal(docx.name, `${number} 关于逾期任务督办的通知.docx`)
  const docxRead = await readSource(docx.body as Buffer, docx.name)
  assert.ok(docxRead.ok)
  const pdf = await readNoticeFile(officer, { id, kind: 'pdf' })
  const pdfRead = await extractText(await getDocumentProxy(new Uint8Array(pdf.body as Buffer)), { mergePages: true })
  const [written, printed] = [docxRead.text, pdfRead.text].map((text) => text.replaceAll(/\s/g, ''))
  assert.ok(written && printed)
  for (const wanted of ['试验市人民政府办公室文件', number, '关于逾期任务督办的通知', '市公安局：', '2021年7月6日']) {
    assert.ok(written.includes(wanted), `docx ${wanted}`)
    assert.ok(printed.includes(wanted), `pdf ${wanted}`)
  }
  assert.ok(!written.includes('演示'))

  const { version } = await noticeView(writer, id)
  await assert.rejects(saveNotice(writer, await withText(id, { title: '改过的通知' })), NoticeStepNotPossible)
  await assert.rejects(reviewNotice(reviewer, { id, version }), NoticeStepNotPossible)
  await assert.rejects(issueNotice(reviewer, { id, version }), NoticeStepNotPossible)
})

test('the unit and whoever is in charge of it are told of an order', async () => {
  const person = (username: string, role: 'officer' | 'leader', bodyId: string | null) =>
    createAccount(ledger.place.ctx(), {
      username,
      name: username,
      password: 'correct horse battery',
      bodyId,
      title: null,
      email: null,
      roles: [role],
    })
  await person('keyuan', 'officer', police)
  await person('fenguan', 'leader', null)
  const leader = (await peopleOfRole(writer.db, 'leader')).find(({ username }) => username === 'fenguan')
  await saveCharge(writer, { post: '副市长', bodyIds: [police], accountIds: [leader?.id ?? ''], seen: null })
  const id = await reviewed()
  const { number } = await issueNotice(reviewer, { id, version: 2 })
  await onNoticeIssued(ledger.place.ctx(), { name: 'ledger.notice-issued', payload: { noticeId: id } })
  await onNoticeIssued(ledger.place.ctx(), { name: 'ledger.notice-issued', payload: { noticeId: id } })
  const { rows } = await writer.city.pool.query(
    `select a.username, m.title from inbox_message m join account a on a.id = m.account_id
      where m.href = $1 order by a.username`,
    [`/desk/ledger/notices/${id}`],
  )
  const title = `督办单 ${number}：关于逾期任务督办的通知`
  assert.deepEqual(rows, [
    { username: 'fenguan', title },
    { username: 'keyuan', title },
  ])
})

test('the public finds what is published, and nothing else', async () => {
  const anyone = ledger.place.ctx()
  const id = await reviewed()
  await assert.rejects(publishNotice(writer, { id, version: 2, published: true }), NoticeStepNotPossible)
  await issueNotice(reviewer, { id, version: 2 })
  await assert.rejects(loadNotice(anyone, id), NoticeNotPublished)
  await assert.rejects(loadNoticeFile(anyone, { id, kind: 'pdf' }), NoticeNotPublished)
  const listed = async () => JSON.stringify(await loadNotices(anyone)).includes(id)
  assert.equal(await listed(), false)
  await publishNotice(writer, { id, version: 3, published: true })
  assert.equal(await listed(), true)
  assert.ok('view' in (await loadNotice(anyone, id)))
  await publishNotice(writer, { id, version: 4, published: false })
  await assert.rejects(loadNotice(anyone, id), NoticeNotPublished)
})

test('what is published waits for the gazette, read as what it is; withheld again, it does not', async () => {
  const id = await reviewed()
  const { number } = await issueNotice(reviewer, { id, version: 2 })
  const waiting = async () => {
    const { rows } = await sql<PrintedDocument & { withdrawn: boolean }>`select section, number, title, issuer,
      signed_on as "signedOn", addressees, body, annex, withdrawn from gazette_manuscript
      where thing = ${`notice/${id}`}`.execute(writer.db)
    return rows
  }
  assert.deepEqual(await waiting(), [])
  await publishNotice(writer, { id, version: 3, published: true })
  const [offered] = await waiting()
  assert.ok(offered)
  assert.equal(offered.withdrawn, false)
  const { documents } = parseIssue(documentText(offered))
  assert.deepEqual(
    documents.map((document) => [document.number, document.title, document.issuer, document.date, document.addressees]),
    [[number, '关于逾期任务督办的通知', '试验市人民政府办公室', '2021-07-06', '市公安局']],
  )
  assert.match(offered.body, /\| 任务 \| 依据 \| 时限 \| 超期 \|/)
  await publishNotice(writer, { id, version: 4, published: false })
  assert.equal((await waiting())[0]?.withdrawn, true)
})

test('a bulletin tells of a closed period: who has not reported, what is late; an open one is refused', async () => {
  const month = plainDate('2021-07-01')
  const scheme = {
    ...{ id: writer.newId(), name: '月调度', documentId: null, opensDay: 1, dueDay: 25, remindDays: 3, graceDays: 2 },
    ...{ stepDays: 2, fromMonth: month, toMonth: null, supportsReport: true, paused: false, version: null },
  }
  await saveScheme(writer, scheme)
  const { id: periodId } = await openPeriod(writer, { schemeId: scheme.id, month })
  const id = writer.newId()
  await assert.rejects(composeNotices(writer, { kind: 'bulletin', id, periodId }), InputInvalid)
  await ledger.place.cities.moveTime('test', '2021-07-27T04:00:00.000Z')
  const later = await ledger.as('supervision')
  await closePeriod(later, { id: periodId, version: 1 })
  await onPeriodClosed(ledger.place.ctx(), { name: 'ledger.period-closed', payload: { periodId } })
  assert.deepEqual(
    (await noticeChoices(later)).periods.map((one) => one.id),
    [periodId],
  )
  await composeNotices(later, { kind: 'bulletin', id, periodId })
  const { content, units, refusals } = await noticeView(later, id)
  assert.deepEqual([refusals, units.map(({ name }) => name).toSorted()], [[], ['市公安局', '市财政局'].toSorted()])
  const text = JSON.stringify(content)
  assert.ok(text.includes('本期应报2份，按时签报0份，涉及2个单位。2个单位尚有报告未报。'), text)
  assert.ok(text.includes('截至目前逾期任务2项'))
})

test('a unit takes what is for it once, answers it, and nobody else does; the office is told', async () => {
  const later = await ledger.as('supervision')
  const { ids } = await composeNotices(later, { kind: 'order', units: [{ id: later.newId(), bodyId: police }] })
  const noticeId = ids[0] ?? ''
  const officer = await ledger.as('officer', '市公安局')
  const stranger = await ledger.as('officer', '市财政局')
  await assert.rejects(takeNotice(officer, { noticeId, bodyId: police }), NoticeStepNotPossible)
  const other = await ledger.as('supervision')
  await reviewNotice(other, { id: noticeId, version: 1 })
  await issueNotice(other, { id: noticeId, version: 2 })
  await assert.rejects(takeNotice(stranger, { noticeId, bodyId: police }), { code: 'access.action-not-allowed' })
  await assert.rejects(takeNotice(stranger, { noticeId, bodyId: finance }), NoticeUnknown)
  await Promise.all([1, 2, 3, 4, 5].map(() => takeNotice(officer, { noticeId, bodyId: police })))
  const reply = { id: officer.newId(), noticeId, bodyId: police, text: '已完成主体部分，月底办结' }
  await Promise.all([1, 2, 3, 4, 5].map(() => replyToNotice(officer, reply)))
  await assert.rejects(replyToNotice(stranger, { ...reply, bodyId: finance }), NoticeUnknown)
  const [answered] = (await noticeView(later, noticeId)).answers
  assert.deepEqual([answered?.takenBy, answered?.replies.map(({ text }) => text)], [officer.actor.name, [reply.text]])
  assert.equal((await noticeView(officer, noticeId)).answers.length, 1)
  const { rows } = await later.city.pool.query(
    `select action, count(*)::int as n from audit_record where thing = $1 and action in
      ('ledger.notice-take', 'ledger.notice-reply') group by action order by action`,
    [`notice/${noticeId}`],
  )
  assert.deepEqual(rows, [
    { action: 'ledger.notice-reply', n: 1 },
    { action: 'ledger.notice-take', n: 1 },
  ])
  const watch = await createAccount(ledger.place.ctx(), {
    ...{ username: 'zhiban', name: '值班', password: 'correct horse battery', bodyId: null, title: null, email: null },
    roles: ['supervision'],
  })
  const event = { name: 'ledger.notice-replied', payload: { answerId: reply.id } }
  await onNoticeReplied(ledger.place.ctx(), event)
  await onNoticeReplied(ledger.place.ctx(), event)
  const told = await later.city.pool.query('select title from inbox_message where account_id = $1', [watch])
  assert.equal(told.rows.filter(({ title }) => /^市公安局反馈督办单/.test(title)).length, 1)
})
