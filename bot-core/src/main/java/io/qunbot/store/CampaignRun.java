package io.qunbot.store;

import java.time.Instant;
import java.util.Map;

/**
 * One time of a campaign.
 *
 * @param at the time that it was meant for
 * @param listed when it was looked who is to get it
 * @param members how many were in the segment
 * @param omitted how many of them got nothing, by the reason
 */
public record CampaignRun(String id, Instant at, String profile, Instant listed, int members,
        Map<String, Integer> omitted) {}
