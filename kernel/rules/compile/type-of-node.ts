import type { TypeNode } from '../syntax/ast.ts'
import { Refusal } from '../syntax/fault.ts'
import { findBuiltInType, type Type } from '../value/type.ts'
import type { Types } from './scope.ts'

/** The type that a text of a type means; refuses a name that neither FEEL nor the model knows. */
export function typeOfNode(node: TypeNode, types: Types): Type {
  switch (node.kind) {
    case 'named': {
      const type = types.get(node.name) ?? findBuiltInType(node.name)
      if (!type) throw new Refusal({ from: node.from, to: node.to, message: `没有名为“${node.name}”的类型` })
      return type
    }
    case 'list':
    case 'range':
      return { kind: node.kind, of: typeOfNode(node.of, types) }
    case 'context':
      return {
        kind: 'context',
        fields: new Map(node.fields.map(({ name, type }) => [name, typeOfNode(type, types)])),
      }
    case 'function':
      return {
        kind: 'function',
        parameters: node.parameters.map((parameter) => typeOfNode(parameter, types)),
        result: typeOfNode(node.result, types),
      }
  }
}
