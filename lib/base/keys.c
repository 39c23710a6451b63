/* An index of 12 bytes a key. */
#include "base/keys.h"

#include <string.h>

#include "base/mem.h"

#define KEY_MASK	((UINT64_C(1) << 55) - 1)

void
keys_free(struct keys *k)
{
	free(k->v);
	memset(k, 0, sizeof(*k));
}

/* 55 bits of the key, then 41 of the place, highest first. */
void
keys_set(struct keys *k, size_t i, uint64_t key, uint64_t at)
{
	k->v[i][0] = (uint32_t)(key >> 23);
	k->v[i][1] = (uint32_t)(key << 9) | (uint32_t)(at >> 32);
	k->v[i][2] = (uint32_t)at;
}

uint64_t
keys_key(const struct keys *k, size_t i)
{
	return (uint64_t)k->v[i][0] << 23 | k->v[i][1] >> 9;
}

uint64_t
keys_at(const struct keys *k, size_t i)
{
	return (uint64_t)(k->v[i][1] & 0x1ff) << 32 | k->v[i][2];
}

void
keys_add(struct keys *k, uint64_t key, uint64_t at)
{
	size_t	more;

	if (k->n == k->cap) {
		/* By a half: what is moved is there twice for a while. */
		more = k->cap < 1024 ? 1024 : k->cap / 2;
		k->v = mem_realloc(k->v, k->cap + more, sizeof(*k->v));
		k->cap += more;
	}
	keys_set(k, k->n++, key & KEY_MASK, at);
	k->sorted = 0;
}

static int
less(const uint32_t a[3], const uint32_t b[3])
{
	int	i;

	for (i = 0; i < 2; i++)
		if (a[i] != b[i])
			return a[i] < b[i];
	return a[2] < b[2];
}

static void
sink(uint32_t (*v)[3], size_t i, size_t n)
{
	uint32_t	one[3];
	size_t		child;

	memcpy(one, v[i], sizeof(one));
	for (; (child = 2 * i + 1) < n; i = child) {
		if (child + 1 < n && less(v[child], v[child + 1]))
			child++;
		if (!less(one, v[child]))
			break;
		memcpy(v[i], v[child], sizeof(one));
	}
	memcpy(v[i], one, sizeof(one));
}

/* A heap sort: in place, where qsort(3) takes as much memory again. */
void
keys_sort(struct keys *k)
{
	uint32_t	one[3];
	size_t		i;

	for (i = 1; i < k->n && !less(k->v[i], k->v[i - 1]); i++)
		continue;
	if (i >= k->n) {
		k->sorted = 1;
		return;
	}
	for (i = k->n / 2; i > 0; i--)
		sink(k->v, i - 1, k->n);
	for (i = k->n; i > 1; i--) {
		memcpy(one, k->v[0], sizeof(one));
		memcpy(k->v[0], k->v[i - 1], sizeof(one));
		memcpy(k->v[i - 1], one, sizeof(one));
		sink(k->v, 0, i - 1);
	}
	k->sorted = 1;
}

size_t
keys_find(const struct keys *k, uint64_t key)
{
	size_t	lo = 0, hi = k->n, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (keys_key(k, mid) < key)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < k->n && keys_key(k, lo) == key ? lo : k->n;
}

size_t
keys_run(const struct keys *k, size_t i)
{
	size_t	j = i + 1;

	while (j < k->n && keys_key(k, j) == keys_key(k, i))
		j++;
	return j - i;
}

/* FNV-1a with the mixing of splitmix64 behind it. */
uint64_t
keys_hash(uint64_t before, const char *s, size_t n)
{
	uint64_t	h = before ^ UINT64_C(0xcbf29ce484222325);

	while (n-- > 0)
		h = (h ^ (unsigned char)*s++) * UINT64_C(0x100000001b3);
	h = (h ^ (h >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	h = (h ^ (h >> 27)) * UINT64_C(0x94d049bb133111eb);
	return h ^ (h >> 31);
}
