// Plain words that make street names of no particular place and no person.

import type { Random } from "../../core/stats/random.ts";
import { shuffle } from "../../core/stats/shuffle.ts";

const FIRST = (
  "Acorn Alder Amber Anchor Apple Ash Aspen Badger Bakery Barley Basin Beacon Beech Bellfield Birch Blackthorn Bluebell " +
  "Bracken Bramble Brickfield Bridge Broom Brook Buttercup Canal Candle Cedar Chalk Chapel Cherry Chestnut Clover Cobble " +
  "Copper Cotton Cowslip Crane Curlew Daisy Dove Drover Dyer Elder Elm Falcon Fallow Fern Ferry Finch Flint Foundry Foxglove " +
  "Furrow Gable Garnet Glade Gorse Granary Granite Gravel Greenacre Grebe Hawthorn Hazel Heath Heather Heron Hillside Holly " +
  "Hopfield Hornbeam Iron Ivy Jasmine Juniper Kestrel Kiln Larch Lark Laurel Lavender Lichen Lilac Lime Linden Linnet Lock " +
  "Magpie Mallow Maple Marble Marigold Market Meadow Mill Mint Moor Moss Mulberry Nettle Oak Oat Orchard Osier Otter Owl " +
  "Paddock Pebble Pine Plover Plum Poplar Poppy Quarry Quince Reed Robin Rope Rosemary Rowan Rush Rye Saddler Sage Sandpiper " +
  "Sedge Shingle Silver Slate Snowdrop Sorrel Spindle Spring Starling Stone Swallow Swift Sycamore Tannery Teal Thistle Thyme " +
  "Tile Timber Turnstone Valley Violet Walnut Warbler Water Weaver Weir Wharf Wheat Willow Windmill Woodland Yarrow Yew"
).split(" ");
const LAST = ["Road", "Street", "Avenue", "Close", "Lane", "Drive", "Terrace", "Gardens", "Grove", "Way", "Crescent", "Rise"];

/** Every combination once, in a random order. */
export const streetNames = (random: Random): string[] =>
  shuffle(random, FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`)));
