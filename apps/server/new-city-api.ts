import { BodyLines, CheckedLine } from '@guangyue/modules/organisations/api'
import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'

const may = 'server.create-city'
const Text = z.string().trim().max(200)

export const listCitiesEndpoint = endpoint({
  id: 'listCities',
  method: 'GET',
  path: '/api/cities',
  may,
  summary: '本系统的城市',
  reply: z.object({
    cities: z.array(
      z.object({ key: z.string(), name: z.string(), host: z.string(), governmentName: z.string(), demo: z.boolean() }),
    ),
  }),
})

export const previewFirstBodiesEndpoint = endpoint({
  id: 'previewFirstBodies',
  method: 'POST',
  path: '/api/cities/bodies/preview',
  may,
  summary: '预看新城市的单位表；不写入',
  file: { maxBytes: 5 * 1024 * 1024 },
  reply: z.object({ lines: z.array(CheckedLine) }),
})

export const NewCityForm = z.object({
  key: Text,
  name: Text,
  host: Text,
  governmentName: Text,
  zone: Text,
  contact: Text.nullable(),
  administrator: z.object({ username: Text, name: Text, password: z.string().max(200).nullable() }),
  bodies: BodyLines,
})
export type NewCityForm = z.output<typeof NewCityForm>

export const createCityEndpoint = endpoint({
  id: 'createCity',
  method: 'POST',
  path: '/api/cities',
  may,
  summary: '新建城市：建立后即可在其域名下使用，不必重新启动',
  body: NewCityForm,
  reply: z.object({
    key: z.string(),
    name: z.string(),
    host: z.string(),
    /** Shown once. */
    administrator: z.object({ username: z.string(), password: z.string() }),
    bodies: z.number().int(),
  }),
})

export const moveTimeEndpoint = endpoint({
  id: 'moveTime',
  method: 'PUT',
  path: '/api/demonstration-time',
  may: 'server.move-time',
  summary: '把演示的法定时间拨到某日某时',
  body: z.object({
    day: z.iso.date('日期不正确'),
    clock: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间不正确，例如 09:00'),
  }),
  reply: z.object({ now: z.string(), today: z.string() }),
})

export const readTimeEndpoint = endpoint({
  id: 'readTime',
  method: 'GET',
  path: '/api/demonstration-time',
  may: 'server.move-time',
  summary: '现在的法定时间',
  reply: z.object({ now: z.string(), today: z.string() }),
})
