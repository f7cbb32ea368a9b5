#pragma once
#include <stdlib.h>
#include <isa-l/igzip_lib.h>

// A thin cover: the state is far too large to be a Swift value.
typedef struct phuluc_inflater phuluc_inflater;

/// A state for raw deflate data; NULL without memory. Free it with free().
static inline phuluc_inflater *phuluc_inflater_new(void) {
  struct inflate_state *state = (struct inflate_state *)malloc(sizeof *state);
  if (state == NULL) return NULL;
  isal_inflate_init(state);
  state->crc_flag = ISAL_DEFLATE;
  state->avail_in = 0;
  return (phuluc_inflater *)state;
}

static inline void phuluc_inflater_reset(phuluc_inflater *inflater) {
  struct inflate_state *state = (struct inflate_state *)inflater;
  isal_inflate_init(state);
  state->crc_flag = ISAL_DEFLATE;
  state->avail_in = 0;
}

/// The packed bytes to go on with; they must live until they are used up.
static inline void phuluc_inflater_feed(phuluc_inflater *inflater, const void *bytes, uint32_t count) {
  struct inflate_state *state = (struct inflate_state *)inflater;
  state->next_in = (uint8_t *)bytes;
  state->avail_in = count;
}

static inline uint32_t phuluc_inflater_left(const phuluc_inflater *inflater) {
  return ((const struct inflate_state *)inflater)->avail_in;
}

static inline int phuluc_inflater_is_done(const phuluc_inflater *inflater) {
  return ((const struct inflate_state *)inflater)->block_state == ISAL_BLOCK_FINISH;
}

/// Unpacks into a buffer; the number of bytes made, negative for data that is no deflate stream.
static inline int64_t phuluc_inflater_run(phuluc_inflater *inflater, void *output, uint32_t room) {
  struct inflate_state *state = (struct inflate_state *)inflater;
  state->next_out = (uint8_t *)output;
  state->avail_out = room;
  int result = isal_inflate(state);
  if (result != ISAL_DECOMP_OK) return -1;
  return (int64_t)(room - state->avail_out);
}
