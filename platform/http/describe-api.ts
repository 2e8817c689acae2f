import type { FastifyDynamicSwaggerOptions, SwaggerTransform } from '@fastify/swagger'
import type { RouteOptions } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { EndpointShape } from './endpoint.ts'
import type { CityModule } from './module.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The operation that a route serves, for its description. */
    readonly operation?: { readonly endpoint: EndpointShape; readonly module: string }
  }
}

/** How the OpenAPI 3.1 document is made: operations by module, with who may, what goes in and out, and refusals. */
export function apiDescription(
  modules: readonly CityModule[],
  version: string,
): Pick<FastifyDynamicSwaggerOptions, 'openapi' | 'transform'> {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '光岳 接口',
        version,
        description: '每项操作的 x-may 说明谁可以办理：anyone 任何人，signed-in 登录即可，其余是权限表里的事项。',
      },
      tags: modules.map(({ name, title }) => ({ name, ...(title && { description: title.zh, 'x-title': title }) })),
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'guangyue.session_token',
            description: '登录后得到；对外网址是 https 时名称前加 __Secure-。',
          },
        },
      },
    },
    transform: describeOperation,
  }
}

const describeOperation: SwaggerTransform = ({ schema, url, route, ...document }) => {
  const transform = jsonSchemaTransform as unknown as SwaggerTransform
  const described = transform({ schema, url, route, ...document })
  const { operation } = (route as RouteOptions).config ?? {}
  if (!operation) return described
  const { endpoint, module } = operation
  const { file, download, may, body, status = 200 } = endpoint
  const { response } = described.schema as { response?: Readonly<Record<string, unknown>> }
  return {
    url,
    schema: {
      ...described.schema,
      ...{ tags: [module], security: may === 'anyone' ? [] : [{ session: [] }], 'x-may': may },
      ...(file && { consumes: ['multipart/form-data'], body: withFile(body) }),
      response: {
        ...(download === undefined ? { [status]: succeeded(response?.[status]) } : { 200: fileOf(download) }),
        default: refused,
      },
    },
  }
}

/** Fields of a form and its file. */
function withFile(body: z.ZodType | undefined): object {
  const { properties = {}, required = [] } = z.toJSONSchema(body ?? z.object({}), { io: 'input' })
  const file = { type: 'string', contentMediaType: 'application/octet-stream', description: '文件内容' }
  return { type: 'object', properties: { ...properties, file }, required: [...required, 'file'] }
}

const succeeded = (schema: unknown) => ({ description: '办成', content: { 'application/json': { schema } } })

const fileOf = (type: string) => ({
  description: '文件',
  content: { [type]: { schema: { type: 'string', contentMediaType: type } } },
})

/** RFC 9457 problem details. */
const refused = {
  description: '没有办成：原因、保留了什么、怎么办',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        properties: {
          type: { type: 'string', description: '说明的网址' },
          title: { type: 'string', description: '发生了什么' },
          status: { type: 'integer', description: 'HTTP 状态' },
          code: { type: 'string', description: '错误代码' },
          kept: { type: 'string', description: '保留了什么' },
          todo: { type: 'string', description: '怎么办' },
          errors: {
            type: 'array',
            description: '逐项说明',
            items: {
              type: 'object',
              properties: { field: { type: 'string' }, message: { type: 'string' } },
              required: ['field', 'message'],
            },
          },
          data: { description: '与错误有关的内容，例如版本冲突时的两份文本' },
        },
        required: ['type', 'title', 'status', 'code'],
      },
    },
  },
}
