import { Button } from 'antd'
import { useEffect, useState } from 'react'

interface PicturePickerProps {
  readonly pictures: readonly File[]
  readonly onChange: (pictures: readonly File[]) => void
}

/** Photographs to go with a finding; on a telephone the camera opens. */
export function PicturePicker({ pictures, onChange }: PicturePickerProps) {
  return (
    <div className="pictures">
      <label className="btn">
        拍照或选择照片
        <input
          className="vh"
          type="file"
          accept="image/png,image/jpeg"
          multiple
          onChange={(event) => {
            onChange([...pictures, ...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </label>
      {pictures.length > 0 && (
        <ul className="photographs">
          {pictures.map((picture, place) => (
            <li key={`${picture.name} ${place}`}>
              <Preview picture={picture} />
              <Button
                type="link"
                size="small"
                disabled={false}
                aria-label={`去掉 ${picture.name}`}
                onClick={() => onChange(pictures.filter((one) => one !== picture))}
              >
                去掉
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Preview({ picture }: { readonly picture: File }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(picture)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [picture])
  return address === null ? null : <img src={address} alt={picture.name} />
}
