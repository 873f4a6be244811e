/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses that show themselves in running text. */
#include "isr_finds.h"

static void expect(const IsrPatterns *patterns, const char *text, const char *wanted)
{
    finds_expect(patterns, ISR_CATEGORY_ADDRESS, text, wanted);
}

static void a_number_and_a_street_are_an_address(void **state)
{
    expect(*state, "Seen at 22 Sandfield Mount, Keighley yesterday.",
           "22 Sandfield Mount, Keighley");
    expect(*state, "She is at 6 Quenby Walk, Marl Pits.", "6 Quenby Walk, Marl Pits");
    expect(*state, "They live at 18a Marl Road, off Furnace Road, over the shop.",
           "18a Marl Road, off Furnace Road|over the shop");
}

static void a_flat_is_an_address(void **state)
{
    expect(*state, "Found in Flat 4, Mill House, Tanner Lane, Oldham by police.",
           "Flat 4, Mill House, Tanner Lane, Oldham");
    expect(*state, "Stays on Plot 9, Carr Bottom Caravan Site, for now.",
           "Plot 9, Carr Bottom Caravan Site");
}

static void a_street_alone_is_an_address(void **state)
{
    expect(*state, "the food bank on Bede Street is open", "Bede Street");
    expect(*state, "Seen at 62 High Street today.", "62 High Street");
    expect(*state, "We walked to the High Street.", "");
}

static void a_postcode_behind_it_makes_an_address_of_a_named_place(void **state)
{
    expect(*state, "Write to Chapel Yard, Ravensholme, HD19 1SX.", "Chapel Yard, Ravensholme");
}

static void lines_of_one_address_are_one_finding(void **state)
{
    expect(*state, "Seen at Flat 9, Corbel Lane\nFATHER: known", "Flat 9, Corbel Lane");
    expect(*state, "12 Weavers Fold\nLower Pinfold\nTarnbridge",
           "12 Weavers Fold\nLower Pinfold\nTarnbridge");
}

static void parts_of_an_address_stand_in_sentences(void **state)
{
    expect(*state, "He lives at 14 Tanner Row, Eastmere, NG99 9ZZ with his nan.",
           "14 Tanner Row, Eastmere");
    expect(*state, "Flat 2b, 14-16 Cordwainer Street, Eastmere",
           "Flat 2b, 14-16 Cordwainer Street, Eastmere");
    expect(*state, "They are in The Old Bakery, Mill Lane, for now.", "The Old Bakery, Mill Lane");
    expect(*state, "They stay at 3/2, 18 Kirk Wynd, Inverlochty.",
           "3/2, 18 Kirk Wynd, Inverlochty");
    expect(*state, "Top Flat, 66 Linenhall Row", "Top Flat, 66 Linenhall Row");
    expect(*state, "lives at 22, Hollin Avenue, Eastmere", "22, Hollin Avenue, Eastmere");
    expect(*state, "The Willows, 3 The Ridgeway, Upper Lyde",
           "The Willows, 3 The Ridgeway, Upper Lyde");
    expect(*state, "write c/o 22 Hollin Ave., Eastmere", "c/o 22 Hollin Ave., Eastmere");
}

static void other_homes_are_addresses(void **state)
{
    expect(*state, "Post goes to PO Box 114, Eastmere.", "PO Box 114, Eastmere");
    expect(*state, "He is on Pitch 7, Carr Bottom.", "Pitch 7, Carr Bottom");
    expect(*state, "She lives on the narrowboat Second Wind.", "narrowboat Second Wind");
    expect(*state, "Her things are in flat 407.", "flat 407");
    expect(*state, "Room B12, Kelmere Court, Mill Lane", "Room B12, Kelmere Court, Mill Lane");
    expect(*state, "at 12 Heol y Bont, Aberteg", "12 Heol y Bont, Aberteg");
    expect(*state, "at 12 Cnoc na Coille, Aberteg", "12 Cnoc na Coille, Aberteg");
    expect(*state, "at 12 Heol y Bont, Llanfair-is-y-bryn", "12 Heol y Bont, Llanfair-is-y-bryn");
    expect(*state, "She is on the narrowboat \"Second Wind\", Long Moorings.",
           "narrowboat \"Second Wind\", Long Moorings");
    expect(*state, "caravan, Quenby's Yard, Eastmere", "caravan, Quenby's Yard, Eastmere");
    expect(*state, "flat 40 galleon house, dock st", "flat 40 galleon house, dock st");
    expect(*state, "Seen at 62 Baker's Row today.", "62 Baker's Row");
}

static void partial_addresses_count(void **state)
{
    expect(*state, "They live in the flat above the chip shop on Tanner Row.",
           "flat above the chip shop on Tanner Row");
    expect(*state, "the corner house opposite the shop on Marl Street",
           "corner house opposite the shop on Marl Street");
    expect(*state, "He lives over the road at number 14.", "number 14");
    expect(*state, "The neighbour at no. 56 says so.", "no. 56");
    expect(*state, "She lives at 35. Parking is poor.", "35");
    expect(*state, "She was hit on Tanner Row by two boys.", "Tanner Row");
}

static void what_stands_before_the_street_belongs_to_it(void **state)
{
    expect(*state, "Write to c/o The Reading Loft, Wharf Street, Marlby.",
           "c/o The Reading Loft, Wharf Street, Marlby");
    expect(*state, "Rear of 20 Sandfield Road, Keighley", "Rear of 20 Sandfield Road, Keighley");
    expect(*state, "Curfew at the yard, Quenby Lane, Marlby from eight.",
           "the yard, Quenby Lane, Marlby");
    expect(*state, "He is believed to be at his cousin's over the bookmaker on Tanner Street.",
           "his cousin's over the bookmaker on Tanner Street");
    expect(*state, "Unit 6, The Maltings, Quenby Quay, Marlby St Mary",
           "Unit 6, The Maltings, Quenby Quay, Marlby St Mary");
    expect(*state, "Level 2, Quenby Wing, Sandfield Approach",
           "Level 2, Quenby Wing, Sandfield Approach");
    expect(*state, "7 Tanpit Steps, Marlby, LS99 6TD", "7 Tanpit Steps, Marlby");
    expect(*state, "He may stay at the flat over Quenby Saddlers until then.",
           "flat over Quenby Saddlers");
    expect(*state, "Neighbour Ada Quenby (no. 61) has a key.", "no. 61");
    expect(*state, "See Form A (no. 3). Noise from the flat above ours.", "");
}

static void small_letters_and_capitals_too(void **state)
{
    expect(*state, "they live at 9 tanner street now", "9 tanner street");
    expect(*state, "he was seen on tanmere row near the shops", "tanmere row");
    expect(*state, "rang from the box on pottery lane at nine", "pottery lane");
    expect(*state, "she lives in flat 40 galleon house dock st now",
           "flat 40 galleon house dock st");
    expect(*state, "staying with gran at 5 chestnut rise, littlebourne",
           "5 chestnut rise, littlebourne");
    expect(*state, "SEEN OUTSIDE 88B WEAVER STREET BRACKENMERE", "88B WEAVER STREET BRACKENMERE");
}

static void what_is_like_a_street_is_none(void **state)
{
    expect(*state, "High Street shops report. He uses the main road.", "");
    expect(*state, "Born at 35 weeks, 20 minutes drive away, 2 High Needs places.", "");
    expect(*state, "A 3 Bedroom House and a 12 Step Programme.", "");
    expect(*state, "two lads on her sister's walk, going to kelmere way too often", "");
    expect(*state, "He ran down the high street and on to a cycle lane in the front row.", "");
    expect(*state, "She stays at 3 different hostels and rings at 14 minutes past.", "");
    expect(*state, "On Home Visit. On Track. On Friday Mum rang. 19 cases, 2 in court.", "");
    expect(*state, "He is at Stage 4 and on page 4 Road safety.", "");
    expect(*state, "FOUND SAFE. DEREK WILL DRIVE DOWN AND COLLECT HER.", "");
    expect(*state, "MOVED TO JNR. NB WINSTON IS THE RESEARCHER.", "");
    expect(*state, "Siva laughed. Told ST about the shoes.", "");
    expect(*state, "I paid $14 Lane fees at 9:30 Park time.", "");
}

static void numbers_and_courts_are_no_addresses(void **state)
{
    expect(*state, "Year 6 Reading was good; 12 of 20 right.", "");
    expect(*state, "The Crown Court sat on 4 March.", "");
    expect(*state, "Score 40 Communication, 25 Above.", "");
    expect(*state, "Room 3 is quiet.", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_and_a_street_are_an_address),
        cmocka_unit_test(a_flat_is_an_address),
        cmocka_unit_test(a_street_alone_is_an_address),
        cmocka_unit_test(a_postcode_behind_it_makes_an_address_of_a_named_place),
        cmocka_unit_test(lines_of_one_address_are_one_finding),
        cmocka_unit_test(parts_of_an_address_stand_in_sentences),
        cmocka_unit_test(other_homes_are_addresses),
        cmocka_unit_test(partial_addresses_count),
        cmocka_unit_test(what_stands_before_the_street_belongs_to_it),
        cmocka_unit_test(small_letters_and_capitals_too),
        cmocka_unit_test(what_is_like_a_street_is_none),
        cmocka_unit_test(numbers_and_courts_are_no_addresses),
    };
    return cmocka_run_group_tests(tests, finds_load, finds_free);
}
