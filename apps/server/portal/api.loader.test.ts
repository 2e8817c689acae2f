import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiView, typeOf } from './api.loader.ts'

const types = [
  ['text', { type: 'string' }, 'string'],
  ['a format', { type: 'string', format: 'date' }, 'date'],
  ['perhaps nothing', { type: ['integer', 'null'] }, 'integer | null'],
  ['one of some words', { type: 'string', enum: ['mail', 'webhook'] }, '"mail" | "webhook"'],
  ['many', { type: 'array', items: { type: 'string' } }, 'string[]'],
  ['many of several', { type: 'array', items: { type: ['string', 'null'] } }, '(string | null)[]'],
  ['an object', { type: 'object', properties: { id: {}, title: {} } }, '{ id, title }'],
  ['either', { anyOf: [{ type: 'string' }, { type: 'null' }, { type: 'string' }] }, 'string | null'],
  ['a file', { type: 'string', contentMediaType: 'text/csv' }, 'text/csv'],
  ['whatever', {}, 'any'],
] as const

for (const [name, schema, text] of types) {
  test(`interface page: the type of ${name}`, () => assert.equal(typeOf(schema), text))
}

test('interface page: operations by module, with who may, what they take and give', () => {
  const document = {
    tags: [
      { name: 'mail', 'x-title': { zh: '消息', en: 'Messages' } },
      { name: 'nothing', 'x-title': { zh: '无', en: 'None' } },
    ],
    paths: {
      '/api/letters/{id}': {
        put: {
          ...{ operationId: 'putLetter', summary: '改信', tags: ['mail'], 'x-may': 'mail.write' },
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          requestBody: {
            content: {
              'application/json': {
                schema: { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] },
              },
            },
          },
          responses: { 204: { content: { 'application/json': { schema: { type: 'null' } } } }, default: {} },
        },
      },
    },
  }
  assert.deepEqual(apiView(document, 'en'), {
    operations: 1,
    groups: [
      {
        ...{ name: 'mail', title: 'Messages' },
        operations: [
          {
            ...{ tag: 'mail', id: 'putLetter', method: 'PUT', path: '/api/letters/{id}', summary: '改信' },
            may: 'mail.write',
            sends: [
              { name: 'id', type: 'string', place: 'path', required: true },
              { name: 'text', type: 'string', place: 'body', required: true },
            ],
            gives: 'null',
          },
        ],
      },
    ],
  })
})
