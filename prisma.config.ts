// Read by `prisma generate` only: migrations are made and applied by our own code
// (scripts/migrate), which needs no native engine. The address is never connected to.
import { defineConfig } from 'prisma/config'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  datasource: { url: 'postgresql://unused.invalid/unused' },
})
