/** What is nearly always close to 100 %, and never above it. */
export const HIGH_RATE = /满意[度率]|完成率|合格率/;

/** Names whose rate may well be low: growth, parts of a year, the opposite of what is wanted. */
export const LOW_RATE =
  /提升|提高|增长|增加|增幅|上升|下降|降低|减少|不满意|未完成|不合格|季度|上半年|阶段/;
